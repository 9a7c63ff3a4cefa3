package raftlab.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How JSON is laid out.
 *
 * @param indent what each level is indented by, or null for one line
 * @param between what stands between items
 * @param colon what stands between key and value
 * @param ascii whether other characters are escaped
 * @param sorted whether keys are sorted
 */
record JsonLayout(String indent, String between, String colon, boolean ascii, boolean sorted) {

  void write(Object given, int depth, StringBuilder out) {
    Object value = Markup.plain(given);
    if (value instanceof String text) {
      quote(text, out);
    } else if (value instanceof List<?> list) {
      List<Runnable> parts = new ArrayList<>();
      list.forEach(each -> parts.add(() -> write(each, depth + 1, out)));
      enclose("[", "]", parts, depth, out);
    } else if (value instanceof Map<?, ?> map) {
      enclose("{", "}", members(map, depth, out), depth, out);
    } else {
      out.append(word(value));
    }
  }

  private static String word(Object value) {
    if (value == None.NONE) {
      return "null";
    }
    if (value instanceof Boolean flag) {
      return flag ? "true" : "false";
    }
    if (value instanceof Double real && (real.isNaN() || real.isInfinite())) {
      return real.isNaN() ? "NaN" : real > 0 ? "Infinity" : "-Infinity";
    }
    if (value instanceof Number) {
      return Written.of(value);
    }
    throw Broken.rendering(Values.kind(value) + " cannot be written as JSON");
  }

  private List<Runnable> members(Map<?, ?> map, int depth, StringBuilder out) {
    List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
    if (sorted) {
      entries.sort((a, b) -> Comparison.compare(a.getKey(), b.getKey()));
    }
    List<Runnable> parts = new ArrayList<>();
    for (Map.Entry<?, ?> entry : entries) {
      parts.add(
          () -> {
            Object key = entry.getKey();
            quote(key instanceof String text ? text : word(key), out);
            out.append(colon);
            write(entry.getValue(), depth + 1, out);
          });
    }
    return parts;
  }

  private void enclose(
      String open, String close, List<Runnable> parts, int depth, StringBuilder out) {
    out.append(open);
    for (int i = 0; i < parts.size(); i++) {
      out.append(i == 0 ? "" : between);
      newLine(depth + 1, out);
      parts.get(i).run();
    }
    if (!parts.isEmpty()) {
      newLine(depth, out);
    }
    out.append(close);
  }

  private void newLine(int depth, StringBuilder out) {
    if (indent != null) {
      out.append('\n').append(indent.repeat(depth));
    }
  }

  private void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          boolean escaped = c < 0x20 || (ascii && c >= 0x7f);
          out.append(escaped ? String.format("\\u%04x", (int) c) : String.valueOf(c));
        }
      }
    }
    out.append('"');
  }
}
