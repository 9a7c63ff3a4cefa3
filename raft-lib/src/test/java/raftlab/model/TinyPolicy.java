package raftlab.model;

import java.nio.file.Path;
import java.util.List;
import raftlab.tokenize.BpeTrainer;

/** A fresh policy of two layers, small enough for a test, with a byte vocabulary. */
public final class TinyPolicy {

  private TinyPolicy() {}

  /** Makes one whose tokenizer lies in {@code folder}. */
  public static DecoderPolicy in(Path folder, long seed) {
    BpeTrainer.train(List.of("one and one is two", "two and two is four"), 270).save(folder);
    return DecoderPolicy.fresh("tiny", config(), folder, seed);
  }

  static DecoderConfig config() {
    return new DecoderConfig("qwen2", 270, 32, 2, 4, 2, 8, 64, 10_000, 1e-6, true, 96);
  }
}
