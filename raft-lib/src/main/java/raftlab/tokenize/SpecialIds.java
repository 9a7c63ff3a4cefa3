package raftlab.tokenize;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import raftlab.core.UserError;

/**
 * Decides which ids end a completion and which one fills rows.
 *
 * <p>End: {@code eos_token_id} of generation_config.json, else of config.json, else {@code
 * eos_token} of the tokenizer, else none: completions then end by length only. Pad: {@code
 * pad_token} of the tokenizer if it is no end token, else a special token with "pad" in its name,
 * else any special token that is no end token, else the lowest id that is none. Padding is always
 * masked, so the choice changes no number; that it differs from the end keeps the end token inside
 * the loss.
 */
final class SpecialIds {

  private final Path folder;
  private final HfFolder files;
  private final Vocabulary vocabulary;

  SpecialIds(Path folder, Vocabulary vocabulary) {
    this.folder = folder;
    this.files = new HfFolder(folder);
    this.vocabulary = vocabulary;
  }

  int[] end() {
    int[] ids = files.ids(HfFolder.GENERATION, "eos_token_id");
    if (ids.length == 0) {
      ids = files.ids(HfFolder.MODEL, "eos_token_id");
    }
    if (ids.length == 0) {
      ids = files.token("eos_token").flatMap(vocabulary::find).stream().mapToInt(i -> i).toArray();
    }
    for (int id : ids) {
      if (id < 0) {
        throw new UserError(folder + " has the end token id " + id, "ids are 0 or more", "");
      }
    }
    return ids;
  }

  int pad(int[] end) {
    Optional<Integer> named =
        files.token("pad_token").flatMap(vocabulary::find).filter(id -> isFree(id, end));
    return named
        .or(() -> specialNamedPad(end))
        .or(() -> vocabulary.special().keySet().stream().filter(id -> isFree(id, end)).findFirst())
        .orElseGet(
            () ->
                IntStream.range(0, vocabulary.size())
                    .filter(id -> isFree(id, end))
                    .findFirst()
                    .orElseThrow(() -> new UserError(folder + " has no token but end tokens")));
  }

  private Optional<Integer> specialNamedPad(int[] end) {
    return vocabulary.special().entrySet().stream()
        .filter(entry -> entry.getValue().toLowerCase(Locale.ROOT).contains("pad"))
        .map(entry -> entry.getKey())
        .filter(id -> isFree(id, end))
        .findFirst();
  }

  private static boolean isFree(int id, int[] end) {
    return IntStream.of(end).noneMatch(e -> e == id);
  }
}
