package raftlab.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All methods at one budget: the notebook runs in small, and is committed in full. */
class RestNotebookTest {

  private static final String NAME = "raft-vs-the-rest.ipynb";
  private static final Path NOTEBOOK = Path.of("..", "notebooks", NAME);
  private static final int MINUTES = 10;
  private static final int METHODS = 11;
  private static final int SEEDS = 3;
  private static final int CLAIMS = 7;

  @TempDir Path folder;

  @Test
  void runsFromTopToBottomInTheReducedSetting() throws Exception {
    Path copy = Files.copy(NOTEBOOK, folder.resolve(NAME));
    JsonArray cells = Notebooks.execute(copy, folder, Map.of("RAFT_REDUCED", "1"), MINUTES);
    assertEquals(0, Notebooks.count(cells, "error"));
    assertTrue(Notebooks.shown(cells, "reduced ?").contains("reduced setting"));
    assertTrue(Notebooks.shown(cells, "String plan").contains("3 of 3 runs done"));
    String gained = Notebooks.shown(cells, "Comparison all");
    for (String method : new String[] {"raft", "raft-all", "grpo"}) {
      assertTrue(Pattern.compile("(?m)^" + method + " +\\d").matcher(gained).find(), gained);
    }
    assertTrue(Notebooks.shown(cells, "String verdict").contains("RAFT is close to GRPO"));
  }

  @Test
  void isCommittedInFullWithAVerdictOnEachClaim() throws Exception {
    JsonArray cells = Notebooks.cells(NOTEBOOK);
    assertEquals(0, Notebooks.count(cells, "error"));
    assertTrue(Notebooks.shown(cells, "reduced ?").contains("full setting"));
    String swept = Notebooks.shown(cells, "String plan");
    assertTrue(swept.contains(METHODS * SEEDS + " of " + METHODS * SEEDS + " runs done"), swept);
    String gained = Notebooks.shown(cells, "Comparison all");
    assertEquals(
        METHODS,
        Pattern.compile("(?m)^[a-z-]+ +\\d+\\.\\d %.*(yes|not sure|no, it harms) *$")
            .matcher(gained)
            .results()
            .count(),
        gained);
    String claims = Notebooks.shown(cells, "String verdict");
    assertEquals(
        CLAIMS,
        Pattern.compile("(?m)(holds|undecided|does not hold.*|RAFT is ahead) *$")
            .matcher(claims)
            .results()
            .count(),
        claims);
    assertFalse(Files.readString(NOTEBOOK).contains("/tmp/"), "a path of one machine");
  }
}
