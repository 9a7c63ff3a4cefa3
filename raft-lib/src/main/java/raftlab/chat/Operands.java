package raftlab.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import raftlab.chat.Piece.Kind;

/** Parses what operators stand between: literals, names, brackets, and what follows them. */
final class Operands {

  private final Parser parser;
  private final Expressions expressions;
  private final Suffixes suffixes;

  Operands(Parser parser, Expressions expressions) {
    this.parser = parser;
    this.expressions = expressions;
    this.suffixes = new Suffixes(parser, expressions, this);
  }

  Expression primary() {
    Piece piece = parser.next();
    switch (piece.kind()) {
      case STRING -> {
        StringBuilder text = new StringBuilder(piece.text());
        while (parser.peek().kind() == Kind.STRING) {
          text.append(parser.next().text());
        }
        return constant(text.toString());
      }
      case NUMBER -> {
        return constant(whole(piece.text()));
      }
      case REAL -> {
        return constant(Double.parseDouble(piece.text()));
      }
      case NAME -> {
        return named(piece.text());
      }
      default -> {
        return bracketed(piece);
      }
    }
  }

  Expression postfix(Expression start) {
    return suffixes.postfix(start);
  }

  Expression filtered(Expression start) {
    return suffixes.filtered(start);
  }

  Expression chain(Expression start) {
    return suffixes.chain(start);
  }

  private Long whole(String text) {
    try {
      int base =
          switch (text.length() > 1 ? Character.toLowerCase(text.charAt(1)) : '0') {
            case 'x' -> 16;
            case 'o' -> 8;
            case 'b' -> 2;
            default -> 10;
          };
      return Long.parseLong(base == 10 ? text : text.substring(2), base);
    } catch (NumberFormatException e) {
      throw parser.broken("the number " + text + " is too long");
    }
  }

  private static Expression constant(Object value) {
    return scope -> value;
  }

  private Expression named(String name) {
    parser.names().add(name);
    return switch (name) {
      case "true", "True" -> constant(true);
      case "false", "False" -> constant(false);
      case "none", "None" -> constant(None.NONE);
      default -> scope -> scope.get(name);
    };
  }

  private Expression bracketed(Piece piece) {
    if (piece.is(Kind.OPERATOR, "(")) {
      return parenthesised();
    }
    if (piece.is(Kind.OPERATOR, "[")) {
      return list(until("]"));
    }
    if (piece.is(Kind.OPERATOR, "{")) {
      return dictionary();
    }
    throw parser.broken("unexpected " + (piece.text().isEmpty() ? "end of a tag" : piece.text()));
  }

  private Expression parenthesised() {
    if (parser.take(")")) {
      return tuple(List.of());
    }
    Expression first = expressions.any();
    if (parser.take(")")) {
      return first;
    }
    parser.expect(",");
    List<Expression> parts = new ArrayList<>(List.of(first));
    parts.addAll(until(")"));
    return tuple(parts);
  }

  private List<Expression> until(String close) {
    List<Expression> all = new ArrayList<>();
    while (!parser.take(close)) {
      all.add(expressions.any());
      if (!parser.take(",")) {
        parser.expect(close);
        break;
      }
    }
    return all;
  }

  private static List<Object> values(List<Expression> parts, Scope scope) {
    List<Object> values = new ArrayList<>();
    parts.forEach(part -> values.add(part.value(scope)));
    return values;
  }

  private static Expression list(List<Expression> parts) {
    return scope -> values(parts, scope);
  }

  static Expression tuple(List<Expression> parts) {
    return scope -> new Tuple(values(parts, scope));
  }

  private Expression dictionary() {
    Map<Expression, Expression> parts = new LinkedHashMap<>();
    while (!parser.take("}")) {
      Expression key = expressions.any();
      parser.expect(":");
      parts.put(key, expressions.any());
      if (!parser.take(",")) {
        parser.expect("}");
        break;
      }
    }
    return scope -> {
      Map<Object, Object> values = new LinkedHashMap<>();
      parts.forEach((k, v) -> values.put(Markup.plain(k.value(scope)), v.value(scope)));
      return values;
    };
  }
}
