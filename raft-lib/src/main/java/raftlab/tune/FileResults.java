package raftlab.tune;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import raftlab.infer.FileResult;

/** The result of a call in {@code training.json}, to be told again. */
final class FileResults {

  private FileResults() {}

  static JsonObject record(FileResult result, String request) {
    JsonObject numbers = new JsonObject();
    result.numbers().forEach((name, value) -> add(numbers, name, value));
    JsonObject record = new JsonObject();
    record.addProperty("request", request);
    record.addProperty("headline", result.headline());
    record.add("numbers", numbers);
    return record;
  }

  private static void add(JsonObject into, String name, Object value) {
    if (value instanceof Number number) {
      boolean finite = Double.isFinite(number.doubleValue());
      into.addProperty(name, finite ? number : null);
    } else {
      into.addProperty(name, String.valueOf(value));
    }
  }

  static FileResult of(JsonObject record) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> each : record.getAsJsonObject("numbers").entrySet()) {
      JsonElement value = each.getValue();
      if (value.isJsonPrimitive()) {
        boolean number = value.getAsJsonPrimitive().isNumber();
        numbers.put(each.getKey(), number ? value.getAsNumber() : value.getAsString());
      } else {
        numbers.put(each.getKey(), null);
      }
    }
    return new FileResult(record.get("headline").getAsString(), numbers);
  }
}
