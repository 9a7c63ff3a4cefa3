package raftlab.tokenize;

import com.google.gson.JsonElement;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The begin and end tokens that transformers' {@code LlamaTokenizerFast} puts around a text. That
 * class disregards the post-processor in tokenizer.json and makes its own from {@code
 * add_bos_token} (true if not given) and {@code add_eos_token} (false).
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record LlamaFrame(int[] before, int[] after) {

  private static final Set<String> CLASSES =
      Set.of(
          "LlamaTokenizer", "LlamaTokenizerFast", "CodeLlamaTokenizer", "CodeLlamaTokenizerFast");

  /** Returns the frame if the folder names one of those classes. */
  static Optional<LlamaFrame> of(HfFolder files, Vocabulary vocabulary) {
    Optional<String> name =
        files
            .find(HfFolder.CONFIG, "tokenizer_class")
            .filter(JsonElement::isJsonPrimitive)
            .map(JsonElement::getAsString);
    if (name.isEmpty() || !CLASSES.contains(name.get())) {
      return Optional.empty();
    }
    return Optional.of(
        new LlamaFrame(
            part(files, vocabulary, "add_bos_token", true, "bos_token", "<s>"),
            part(files, vocabulary, "add_eos_token", false, "eos_token", "</s>")));
  }

  private static int[] part(
      HfFolder files,
      Vocabulary vocabulary,
      String flag,
      boolean usual,
      String token,
      String usualToken) {
    boolean wanted =
        files
            .find(HfFolder.CONFIG, flag)
            .filter(JsonElement::isJsonPrimitive)
            .map(JsonElement::getAsBoolean)
            .orElse(usual);
    return wanted
        ? vocabulary.find(files.token(token).orElse(usualToken)).stream()
            .mapToInt(Integer::intValue)
            .toArray()
        : new int[0];
  }

  int[] around(int[] ids) {
    return Stream.of(before, ids, after).flatMapToInt(IntStream::of).toArray();
  }
}
