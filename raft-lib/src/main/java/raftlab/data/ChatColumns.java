package raftlab.data;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import raftlab.core.UserError;

/**
 * What a row gives its conversation's chat template beside the messages, in the columns that TRL
 * reads: {@code tools}, a list of JSON schemas, and {@code chat_template_kwargs}, an object of
 * whatever the template knows, such as {@code enable_thinking}. Either may be JSON within a text,
 * as tables without nested columns keep it.
 */
public final class ChatColumns {

  private static final String TOOLS = "tools";
  private static final String OPTIONS = "chat_template_kwargs";

  private ChatColumns() {}

  /** Returns the variables by name; empty if the row has none. */
  public static JsonObject of(Row row) {
    JsonObject given = new JsonObject();
    JsonElement options = read(row, OPTIONS);
    if (!options.isJsonNull()) {
      if (!(options instanceof JsonObject byName)) {
        throw new UserError(
            row.place() + " has " + OPTIONS + " that are not an object",
            "",
            "Write them as {\"enable_thinking\": false}");
      }
      byName.entrySet().forEach(each -> given.add(each.getKey(), each.getValue()));
    }
    JsonElement tools = read(row, TOOLS);
    if (!tools.isJsonNull()) {
      if (!(tools instanceof JsonArray list)) {
        throw new UserError(
            row.place() + " has " + TOOLS + " that are not a list", "", "Give a list of schemas");
      }
      if (!list.isEmpty()) {
        given.add(TOOLS, list);
      }
    }
    return given;
  }

  /** Absent, null, an empty text and the text {@code null} all are none. */
  private static JsonElement read(Row row, String column) {
    JsonElement value = row.find(column).orElse(JsonNull.INSTANCE);
    if (!value.isJsonPrimitive()) {
      return value;
    }
    String text = value.getAsString().strip();
    try {
      return text.isEmpty() ? JsonNull.INSTANCE : JsonParser.parseString(text);
    } catch (JsonParseException e) {
      throw new UserError(row.place() + " has " + column + " that are not JSON");
    }
  }
}
