package raftlab.golden;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fine-tuning against transformers' Trainer and PEFT: training_parity.py. */
class TrainingParityTest {

  @TempDir Path folder;

  @Test
  void trainsAsTrainerAndPeftAndWritesWhatTheyRead() throws IOException, InterruptedException {
    TorchPython.check(
        "training_parity.py",
        "torch, transformers and peft",
        folder,
        Golden.folder("qwen3").getParent().toString());
  }
}
