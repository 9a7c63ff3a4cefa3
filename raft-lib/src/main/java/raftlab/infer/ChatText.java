package raftlab.infer;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import raftlab.chat.ChatTemplate;
import raftlab.data.ChatColumns;
import raftlab.data.Row;
import raftlab.model.DecoderPolicy;
import raftlab.tokenize.ChatFiles;

/**
 * A prompt as one user's message, or a list of messages as it is, in the model's own chat template
 * with the assistant's turn opened. The row's {@link ChatColumns} reach the template too.
 */
final class ChatText {

  private ChatText() {}

  static PromptText of(DecoderPolicy policy) {
    ChatFiles files = ChatFiles.of(policy.tokenizerFolder());
    ChatTemplate template = ChatTemplate.parse(files.template());
    Map<String, String> tokens = files.specialTokens();
    String begin = tokens.getOrDefault("bos_token", "");
    // Transformers encodes what a template renders without adding special tokens. A begin token
    // that the tokenizer adds by itself must therefore not stand in the text as well.
    boolean added =
        !begin.isEmpty()
            && policy.tokenizer().encodePrompt("").length > 0
            && policy.tokenizer().idOf(begin).orElse(-1) == policy.tokenizer().encodePrompt("")[0];
    return (row, field) -> {
      String text = template.render(messages(row, field), true, tokens, ChatColumns.of(row));
      return added && text.startsWith(begin) ? text.substring(begin.length()) : text;
    };
  }

  private static JsonArray messages(Row row, String field) {
    if (row.element(field) instanceof JsonArray list) {
      return list;
    }
    JsonObject message = new JsonObject();
    message.addProperty("role", "user");
    message.addProperty("content", row.text(field));
    JsonArray messages = new JsonArray();
    messages.add(message);
    return messages;
  }
}
