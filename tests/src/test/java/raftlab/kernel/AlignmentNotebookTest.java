package raftlab.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The paper's dialogue experiment runs in small. */
class AlignmentNotebookTest {

  private static final String NAME = "alignment-hh-mini.ipynb";
  private static final Path NOTEBOOK = Path.of("..", "notebooks", NAME);
  private static final int MINUTES = 8;

  @TempDir Path folder;

  @Test
  void runsFromTopToBottomInTheReducedSetting() throws Exception {
    Path copy = Files.copy(NOTEBOOK, folder.resolve(NAME));
    JsonArray cells = Notebooks.execute(copy, folder, Map.of("RAFT_REDUCED", "1"), MINUTES);
    assertEquals(0, Notebooks.count(cells, "error"));
    assertTrue(Notebooks.shown(cells, "reduced ?").contains("reduced setting"));
    String measured = Notebooks.shown(cells, "Report measured");
    for (String policy : new String[] {"sft", "raft-k32", "raft-k8-kl01", "grpo", "dpo"}) {
      assertTrue(measured.contains("\n" + policy + " "), measured);
    }
    assertTrue(Notebooks.shown(cells, "var ours").contains("paper: LLaMA-7B-SFT"));
    assertTrue(Notebooks.shown(cells, "plot bestofk").contains("Proxy against gold"));
  }
}
