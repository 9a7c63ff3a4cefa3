package raftlab.chat;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as Python's json.dumps(ensure_ascii=False) writes it, and JSON documents as values. */
final class Json {

  private Json() {}

  static Object read(JsonElement element) {
    if (element == null || element.isJsonNull()) {
      return None.NONE;
    }
    if (element.isJsonArray()) {
      List<Object> list = new ArrayList<>();
      element.getAsJsonArray().forEach(each -> list.add(read(each)));
      return list;
    }
    if (element.isJsonObject()) {
      Map<String, Object> map = new LinkedHashMap<>();
      element.getAsJsonObject().entrySet().forEach(e -> map.put(e.getKey(), read(e.getValue())));
      return map;
    }
    JsonPrimitive primitive = element.getAsJsonPrimitive();
    if (primitive.isBoolean()) {
      return primitive.getAsBoolean();
    }
    if (primitive.isNumber()) {
      return primitive.getAsString().matches("-?[0-9]{1,18}")
          ? (Object) Long.parseLong(primitive.getAsString())
          : (Object) Double.parseDouble(primitive.getAsString());
    }
    return primitive.getAsString();
  }

  static String write(Object value, Object indent) {
    StringBuilder out = new StringBuilder();
    write(value, indent instanceof Long n ? (int) (long) n : -1, 0, out);
    return out.toString();
  }

  private static void write(Object value, int indent, int depth, StringBuilder out) {
    if (value instanceof String text) {
      quote(text, out);
    } else if (value == None.NONE) {
      out.append("null");
    } else if (value instanceof Boolean flag) {
      out.append(flag ? "true" : "false");
    } else if (value instanceof Number) {
      out.append(Values.written(value));
    } else if (value instanceof List<?> list) {
      List<Runnable> parts = new ArrayList<>();
      list.forEach(each -> parts.add(() -> write(each, indent, depth + 1, out)));
      between("[", "]", parts, indent, depth, out);
    } else if (value instanceof Map<?, ?> map) {
      List<Runnable> parts = new ArrayList<>();
      map.forEach(
          (key, each) ->
              parts.add(
                  () -> {
                    quote(Values.text(key), out);
                    out.append(": ");
                    write(each, indent, depth + 1, out);
                  }));
      between("{", "}", parts, indent, depth, out);
    } else {
      throw Broken.rendering(Values.kind(value) + " cannot be written as JSON");
    }
  }

  private static void between(
      String open, String close, List<Runnable> parts, int indent, int depth, StringBuilder out) {
    out.append(open);
    for (int i = 0; i < parts.size(); i++) {
      out.append(i == 0 ? "" : indent < 0 ? ", " : ",");
      newLine(indent, depth + 1, out);
      parts.get(i).run();
    }
    if (!parts.isEmpty()) {
      newLine(indent, depth, out);
    }
    out.append(close);
  }

  private static void newLine(int indent, int depth, StringBuilder out) {
    if (indent >= 0) {
      out.append('\n').append(" ".repeat(indent * depth));
    }
  }

  private static void quote(String text, StringBuilder out) {
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
        default -> out.append(c < 0x20 ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    out.append('"');
  }
}
