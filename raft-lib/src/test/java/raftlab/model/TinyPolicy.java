package raftlab.model;

import java.nio.file.Path;
import java.util.List;
import raftlab.tokenize.BpeTrainer;

/** A fresh decoder of a few thousand parameters for tests. */
public final class TinyPolicy {

  private TinyPolicy() {}

  public static DecoderPolicy make(Path folder, String family, int maxPositions, long seed) {
    BpeTrainer.train(List.of("What is 3 + 4? So the answer is \\boxed{7}."), 280).save(folder);
    boolean tied = !family.equals("llama");
    DecoderConfig config =
        new DecoderConfig(
            family, 280, 32, 2, 4, 2, 8, 48, 10_000, 1e-6, tied, maxPositions);
    return DecoderPolicy.fresh("tiny", config, folder, seed);
  }
}
