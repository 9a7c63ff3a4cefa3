package raftlab.tokenize;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import raftlab.core.Checks;

/**
 * The tokenizer that needs no files: one token per byte of UTF-8 (ids 0 to 255), then {@link
 * TrainedBpe#END} (256) and {@link TrainedBpe#PAD} (257). Special tokens written out in a text are
 * read as text. Saved, it is a byte-level BPE without merges.
 */
public final class ByteTokenizer implements Tokenizer {

  private static final TrainedBpe SAVED = new TrainedBpe(List.of());

  @Override
  public int[] encode(String text) {
    byte[] bytes = WellFormed.text(text).getBytes(StandardCharsets.UTF_8);
    int[] ids = new int[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      ids[i] = bytes[i] & 0xFF;
    }
    return ids;
  }

  @Override
  public String decode(int[] ids) {
    return ByteAlphabet.decodeBytes(ids);
  }

  @Override
  public String tokenText(int id) {
    Checks.that(
        id >= 0 && id < size(), () -> "token id " + id + " lies outside 0.." + (size() - 1));
    return SAVED.tokens().get(id);
  }

  @Override
  public int size() {
    return SAVED.tokens().size();
  }

  @Override
  public Optional<Integer> idOf(String token) {
    int id = SAVED.tokens().indexOf(token);
    return id < 0 ? Optional.empty() : Optional.of(id);
  }

  @Override
  public int[] endIds() {
    return new int[] {SAVED.endId()};
  }

  @Override
  public int padId() {
    return SAVED.padId();
  }

  @Override
  public void save(Path folder) {
    SAVED.save(folder);
  }
}
