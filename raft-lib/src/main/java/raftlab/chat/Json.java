package raftlab.chat;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON documents as values, and values as {@code tojson} of transformers writes them. */
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

  /**
   * Writes a value as json.dumps does; unlike Jinja's own filter, transformers' escapes no HTML and
   * keeps other scripts.
   */
  static String dumped(Object value, Passed passed) {
    Object indent = passed.at(1, "indent", None.NONE);
    boolean broken = indent != None.NONE;
    List<Object> separators =
        passed.at(2, "separators", None.NONE) == None.NONE
            ? List.of(broken ? "," : ", ", ": ")
            : Values.items(passed.at(2, "separators", None.NONE));
    String unit =
        !broken
            ? null
            : indent instanceof String text
                ? text
                : Format.padded("", (int) Values.whole(indent), ' ', '<');
    JsonLayout layout =
        new JsonLayout(
            unit,
            Values.onlyText(separators.get(0)),
            Values.onlyText(separators.get(1)),
            passed.flag(0, "ensure_ascii"),
            passed.flag(3, "sort_keys"));
    StringBuilder out = new StringBuilder();
    layout.write(value, 0, out);
    return out.toString();
  }
}
