package raftlab.chat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as Python's repr() writes them. */
final class Written {

  private Written() {}

  static String of(Object value) {
    if (value instanceof String text) {
      return quoted(text);
    }
    if (value instanceof Boolean flag) {
      return flag ? "True" : "False";
    }
    if (value == None.NONE) {
      return "None";
    }
    if (value instanceof Undefined) {
      return "Undefined";
    }
    if (value instanceof Markup markup) {
      return "Markup(" + quoted(markup.text()) + ")";
    }
    if (value instanceof Tuple tuple) {
      return "(" + joined(tuple) + (tuple.size() == 1 ? ",)" : ")");
    }
    if (value instanceof List<?> list) {
      return "[" + joined(list) + "]";
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(each -> of(each.getKey()) + ": " + of(each.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (value instanceof Double number) {
      return real(number);
    }
    if (value instanceof Callable || value instanceof Once || value instanceof Attributed) {
      return "<" + value.getClass().getSimpleName() + ">";
    }
    return String.valueOf(value);
  }

  private static String joined(List<?> list) {
    return list.stream().map(Written::of).collect(Collectors.joining(", "));
  }

  /** The shortest decimal that reads back as the same number, in Python's layout. */
  static String real(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
    }
    if (number == 0) {
      return 1 / number < 0 ? "-0.0" : "0.0";
    }
    BigDecimal exact = new BigDecimal(number);
    BigDecimal shortest = exact;
    for (int digits = 1; digits <= 17; digits++) {
      shortest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (shortest.doubleValue() == number) {
        break;
      }
    }
    shortest = shortest.stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= -4 && exponent < 16) {
      String plain = shortest.toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    String digits = shortest.unscaledValue().abs().toString();
    return (number < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + (exponent < 0 ? "e-" : "e+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }

  private static String quoted(String text) {
    char quote = text.contains("'") && !text.contains("\"") ? '"' : '\'';
    StringBuilder out = new StringBuilder().append(quote);
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\\' -> out.append("\\\\");
                default -> {
                  if (point == quote) {
                    out.append('\\').append(quote);
                  } else if (isPrintable(point)) {
                    out.appendCodePoint(point);
                  } else {
                    out.append(escaped(point));
                  }
                }
              }
            });
    return out.append(quote).toString();
  }

  private static String escaped(int point) {
    String form = point < 0x100 ? "\\x%02x" : point < 0x10000 ? "\\u%04x" : "\\U%08x";
    return String.format(form, point);
  }

  private static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> point == ' ';
      default -> true;
    };
  }
}
