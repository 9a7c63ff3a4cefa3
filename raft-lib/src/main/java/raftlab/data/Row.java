package raftlab.data;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import raftlab.core.Checks;
import raftlab.core.Suggest;
import raftlab.core.UserError;

/**
 * One row of a file with its place. Numbers keep the text they were written with ({@code 27.0}
 * stays {@code 27.0}, {@code 1e-1} stays {@code 1e-1}); a JSON null counts as absent.
 *
 * @param place where it was read
 * @param json its fields; not to be changed
 */
public record Row(Place place, JsonObject json) {

  public Row {
    Checks.notNull(place, "place");
    Checks.notNull(json, "row");
  }

  /** Returns whether the row has a value of that name. */
  public boolean has(String name) {
    return json.has(name) && !json.get(name).isJsonNull();
  }

  /** Returns a field, or empty if it is absent or null. */
  public Optional<JsonElement> find(String name) {
    return has(name) ? Optional.of(json.get(name)) : Optional.empty();
  }

  /** Returns a field as text (see {@link #literal}), or empty if it is absent or null. */
  public Optional<String> findText(String name) {
    return find(name).map(Row::literal);
  }

  /** Returns a field; a {@link UserError} names the columns there are. */
  public JsonElement element(String name) {
    return find(name).orElseThrow(() -> missing(name));
  }

  /** Returns a field as text; a {@link UserError} names the columns there are. */
  public String text(String name) {
    return literal(element(name));
  }

  /** Returns a field that is a list or one value as a list of texts; nulls are empty texts. */
  public List<String> texts(String name) {
    JsonElement element = element(name);
    if (!element.isJsonArray()) {
      return List.of(literal(element));
    }
    List<String> texts = new ArrayList<>();
    for (JsonElement part : element.getAsJsonArray()) {
      texts.add(literal(part));
    }
    return texts;
  }

  /** Returns every field that is not null, as text, in the order of the file. */
  public Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> field : json.entrySet()) {
      if (!field.getValue().isJsonNull()) {
        columns.put(field.getKey(), literal(field.getValue()));
      }
    }
    return columns;
  }

  /**
   * Returns a value as text: strings without quotes, numbers and booleans as written, null as the
   * empty text, lists and objects as JSON.
   */
  public static String literal(JsonElement value) {
    if (value.isJsonNull()) {
      return "";
    }
    return value.isJsonPrimitive() ? value.getAsString() : value.toString();
  }

  /** Returns the error for a column that the row does not have. */
  public UserError missing(String name) {
    return new UserError(
        place + " has no column \"" + name + "\"",
        "columns: " + String.join(", ", json.keySet()),
        Suggest.nearest(name, json.keySet()).map(near -> "Did you mean " + near + "?").orElse(""));
  }
}
