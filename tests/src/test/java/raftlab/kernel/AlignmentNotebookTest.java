package raftlab.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The paper's dialogue experiment runs in small, and is committed in full. */
class AlignmentNotebookTest {

  private static final String NAME = "alignment-hh-mini.ipynb";
  private static final Path NOTEBOOK = Path.of("..", "notebooks", NAME);
  private static final int MINUTES = 8;

  /** The base, K = 8, 16 and 32, two temperatures, three KL coefficients, GRPO and DPO. */
  private static final int POLICIES = 11;

  @TempDir Path folder;

  @Test
  void runsFromTopToBottomInTheReducedSetting() throws Exception {
    Path copy = Files.copy(NOTEBOOK, folder.resolve(NAME));
    JsonArray cells = Notebooks.execute(copy, folder, Map.of("RAFT_REDUCED", "1"), MINUTES);
    assertEquals(0, Notebooks.count(cells, "error"));
    assertTrue(Notebooks.shown(cells, "reduced ?").contains("reduced setting"));
    String measured = Notebooks.shown(cells, "Report measured");
    for (String policy : new String[] {"sft", "raft-k32", "raft-k8-kl0", "grpo", "dpo"}) {
      assertTrue(measured.contains("\n" + policy + " "), measured);
    }
    assertTrue(Notebooks.shown(cells, "var ours").contains("paper: LLaMA-7B-SFT"));
    assertTrue(Notebooks.shown(cells, "plot bestofk").contains("Proxy against gold"));
  }

  @Test
  void isCommittedInFullAndSaysWhatHolds() throws Exception {
    JsonArray cells = Notebooks.cells(NOTEBOOK);
    assertEquals(0, Notebooks.count(cells, "error"));
    assertTrue(Notebooks.shown(cells, "reduced ?").contains("full setting"));
    String measured = Notebooks.shown(cells, "Report measured");
    assertEquals(
        POLICIES,
        Pattern.compile("(?m)^(sft|raft-\\S+|grpo|dpo) +-?\\d")
            .matcher(measured)
            .results()
            .count());
    Matcher verdicts =
        Pattern.compile("(?m)(holds|does not hold) *$")
            .matcher(Notebooks.shown(cells, "Report trends"));
    assertEquals(7, verdicts.results().count());
    String seeds = Notebooks.shown(cells, "Report seeds");
    assertTrue(seeds.contains("from 3 seeds"), seeds);
    assertTrue(Pattern.compile("(?m)^range ").matcher(seeds).find(), seeds);
    assertFalse(Files.readString(NOTEBOOK).contains("/tmp/"), "a path of one machine");
  }
}
