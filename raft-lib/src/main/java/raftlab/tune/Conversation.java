package raftlab.tune;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import raftlab.chat.ChatTemplate;
import raftlab.core.UserError;
import raftlab.data.ChatColumns;
import raftlab.data.Row;
import raftlab.tokenize.ChatFiles;
import raftlab.tokenize.Tokenizer;

/**
 * Messages through the model's own chat template. The last message, the assistant's, is learnt; all
 * before it, with the assistant's turn opened, is the prompt. What the template writes after the
 * end token of that turn is left out. The row's {@link ChatColumns} reach the template too.
 */
final class Conversation {

  private final Tokenizer tokenizer;
  private final Path folder;
  private ChatTemplate template;
  private Map<String, String> special;

  Conversation(Tokenizer tokenizer, Path folder) {
    this.tokenizer = tokenizer;
    this.folder = folder;
  }

  TokenPair pair(Row row) {
    if (!(row.element("messages") instanceof JsonArray messages) || messages.size() < 2) {
      throw new UserError(
          row.place() + " has no conversation in messages",
          "expected a list of two or more objects with role and content",
          "");
    }
    if (template == null) {
      ChatFiles files = ChatFiles.of(folder);
      template = ChatTemplate.parse(files.template());
      special = files.specialTokens();
    }
    JsonArray before = messages.deepCopy();
    before.remove(before.size() - 1);
    JsonObject options = ChatColumns.of(row);
    String prompt = template.render(before, true, special, options);
    String whole = template.render(messages, false, special, options);
    if (!whole.startsWith(prompt)) {
      throw new UserError(
          row.place() + " does not end with an assistant's message that the template appends",
          "the conversation's text does not begin with its prompt's",
          "Give prompt and completion instead");
    }
    int[] completion = tokenizer.encode(whole.substring(prompt.length()));
    return new TokenPair(encodeBegin(prompt), untilEnd(completion));
  }

  /** A template writes its own begin token; the tokenizer's would be a second one. */
  private int[] encodeBegin(String prompt) {
    String begin = special.getOrDefault("bos_token", "");
    return !begin.isEmpty() && prompt.startsWith(begin)
        ? tokenizer.encode(prompt)
        : tokenizer.encodePrompt(prompt);
  }

  private int[] untilEnd(int[] tokens) {
    int[] ends = tokenizer.endIds();
    for (int i = 0; i < tokens.length; i++) {
      int id = tokens[i];
      if (IntStream.of(ends).anyMatch(end -> end == id)) {
        return Arrays.copyOf(tokens, i + 1);
      }
    }
    return tokens;
  }
}
