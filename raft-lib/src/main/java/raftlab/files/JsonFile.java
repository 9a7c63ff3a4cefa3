package raftlab.files;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import raftlab.core.UserError;

/**
 * JSON documents on disk: read whole with one sentence about what is wrong, written atomically with
 * two blanks of indentation and a final line end, so that equal content gives equal bytes.
 * Thread-safe.
 */
public final class JsonFile {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

  private JsonFile() {}

  /** Writes a document; see {@link AtomicFile} for what happens on failure. */
  public static void write(Path file, JsonElement document) {
    AtomicFile.writeText(file, GSON.toJson(document) + "\n");
  }

  /** Reads a document that must be an object; a {@link UserError} names the file and the fault. */
  public static JsonObject readObject(Path file) {
    return parseObject(readText(file), file.toString());
  }

  /** Reads a text file in UTF-8; a {@link UserError} names the file and the reason. */
  public static String readText(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UserError("cannot read " + file, FileFailure.reason(e), "");
    }
  }

  /** Parses a text that must be one JSON object; {@code where} names it in the error. */
  public static JsonObject parseObject(String text, String where) {
    JsonElement element;
    try {
      element = JsonParser.parseString(text);
    } catch (JsonParseException | StackOverflowError e) {
      throw new UserError(where + " is not valid JSON", firstLine(e), "");
    }
    if (!element.isJsonObject()) {
      throw new UserError(where + " holds no JSON object", "", "");
    }
    return element.getAsJsonObject();
  }

  private static String firstLine(Throwable e) {
    if (e instanceof StackOverflowError || e.getMessage() == null) {
      return "it is nested too deeply";
    }
    String message = e.getMessage();
    String text = message.substring(message.indexOf(": ") < 0 ? 0 : message.indexOf(": ") + 2);
    return text.lines().findFirst().orElse("it is damaged");
  }
}
