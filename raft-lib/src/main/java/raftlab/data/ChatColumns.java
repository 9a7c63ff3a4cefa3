package raftlab.data;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
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
    if (row.has(OPTIONS)) {
      if (!(read(row, OPTIONS) instanceof JsonObject options)) {
        throw new UserError(
            row.place() + " has " + OPTIONS + " that are not an object",
            "",
            "Write them as {\"enable_thinking\": false}");
      }
      options.entrySet().forEach(each -> given.add(each.getKey(), each.getValue()));
    }
    if (row.has(TOOLS)) {
      if (!(read(row, TOOLS) instanceof JsonArray tools)) {
        throw new UserError(
            row.place() + " has " + TOOLS + " that are not a list", "", "Give a list of schemas");
      }
      if (!tools.isEmpty()) {
        given.add(TOOLS, tools);
      }
    }
    return given;
  }

  private static JsonElement read(Row row, String column) {
    JsonElement value = row.element(column);
    if (!value.isJsonPrimitive()) {
      return value;
    }
    try {
      return JsonParser.parseString(value.getAsString());
    } catch (JsonParseException e) {
      throw new UserError(row.place() + " has " + column + " that are not JSON");
    }
  }
}
