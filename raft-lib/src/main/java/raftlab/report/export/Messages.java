package raftlab.report.export;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chat messages of a prompt that was rendered as ChatML, in the form {@code role, content}. */
final class Messages {

  private static final Pattern MESSAGE =
      Pattern.compile("\\G<\\|im_start\\|>(\\w+)\\n(.*?)<\\|im_end\\|>\\n?", Pattern.DOTALL);
  private static final Pattern ASKS = Pattern.compile("<\\|im_start\\|>assistant\\n\\s*");

  private Messages() {}

  /** Returns the messages before the turn of the assistant; empty if the text is no ChatML. */
  static Optional<JsonArray> of(String text) {
    JsonArray messages = new JsonArray();
    Matcher matcher = MESSAGE.matcher(text);
    int end = 0;
    while (matcher.find()) {
      messages.add(message(matcher.group(1), matcher.group(2)));
      end = matcher.end();
    }
    boolean whole = !messages.isEmpty() && ASKS.matcher(text.substring(end)).matches();
    return whole ? Optional.of(messages) : Optional.empty();
  }

  /** Returns one message of the assistant as a conversation of its own. */
  static JsonArray reply(String text) {
    JsonArray messages = new JsonArray();
    messages.add(message("assistant", text));
    return messages;
  }

  static JsonArray question(String text) {
    JsonArray messages = new JsonArray();
    messages.add(message("user", text));
    return messages;
  }

  private static JsonObject message(String role, String content) {
    JsonObject message = new JsonObject();
    message.addProperty("role", role);
    message.addProperty("content", content);
    return message;
  }
}
