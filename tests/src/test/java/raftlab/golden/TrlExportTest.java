package raftlab.golden;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exported rows in the hands of TRL's SFTTrainer and DPOTrainer: trl_export.py. */
class TrlExportTest {

  @TempDir Path folder;

  @Test
  void trlReadsTheRowsAndTrainsOnThem() throws IOException, InterruptedException {
    TorchPython.check("trl_export.py", "torch, transformers, datasets and trl 0.21", folder);
  }
}
