package raftlab.tokenize;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import raftlab.files.JsonFile;

/**
 * A byte-level BPE vocabulary: the 256 bytes, one token per merge in the order learned, then the
 * end token and the pad token. Immutable.
 */
public final class TrainedBpe {

  /** The token that ends a text. */
  public static final String END = "<|endoftext|>";

  /** The token that fills rows. */
  public static final String PAD = "<|pad|>";

  private final List<Merge> merges;
  private final List<String> tokens;

  TrainedBpe(List<Merge> merges) {
    this.merges = List.copyOf(merges);
    List<String> all = new ArrayList<>();
    for (int b = 0; b < 256; b++) {
      all.add(String.valueOf(ByteAlphabet.charOf(b)));
    }
    this.merges.forEach(merge -> all.add(merge.merged()));
    all.add(END);
    all.add(PAD);
    this.tokens = List.copyOf(all);
  }

  /** Returns the number of tokens, special ones included. */
  public int size() {
    return tokens.size();
  }

  /** Returns the tokens in the order of their ids. */
  public List<String> tokens() {
    return tokens;
  }

  int endId() {
    return tokens.size() - 2;
  }

  int padId() {
    return tokens.size() - 1;
  }

  List<Merge> merges() {
    return merges;
  }

  /**
   * Writes {@code tokenizer.json} and {@code tokenizer_config.json}, which {@link HfTokenizer} and
   * transformers' {@code AutoTokenizer} load.
   */
  public void save(Path folder) {
    JsonFile.write(folder.resolve(HfFolder.TOKENIZER), BpeJson.tokenizer(this));
    JsonFile.write(folder.resolve(HfFolder.CONFIG), BpeJson.config());
  }
}
