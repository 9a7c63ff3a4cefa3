package raftlab.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.Completion;
import raftlab.core.Rollout;
import raftlab.data.RolloutImport;

/** Executes real-rollouts.ipynb with and without the file, and reads what it shows. */
class RealRolloutsNotebookTest {

  private static final Path NOTEBOOK = Path.of("..", "notebooks", "real-rollouts.ipynb");
  private static final String EVAL = "eval --set scored --metrics";
  private static final String PEER = "eval --set scored --by column:grade";
  private static final int FIGURES = 5;
  private static final int EXCERPT = 40;

  @TempDir Path folder;

  private static Path file() {
    String home = System.getenv("RAFT_DATA_HOME");
    Assumptions.assumeTrue(home != null, "RAFT_DATA_HOME is not set: the file is not at hand");
    Path file = Path.of(home, "rollouts", "qwen25math_math_cot_100", "math_cot_100.jsonl");
    Assumptions.assumeTrue(Files.exists(file), file + " is not at hand");
    return file;
  }

  @Test
  void runsFromTopToBottomAndGivesTheKnownNumbers() throws Exception {
    file();
    JsonArray cells = Notebooks.execute(NOTEBOOK, folder, Map.of(), 8);
    assertEquals(0, Notebooks.count(cells, "error"));
    assertEquals(FIGURES, Notebooks.pictures(cells));
    checkNumbers(cells);
    checkNoRows(Files.readString(folder.resolve("done.ipynb")));
  }

  @Test
  void saysHowToGetTheFileAndEndsWellWithoutIt() throws Exception {
    JsonArray cells =
        Notebooks.execute(
            NOTEBOOK,
            folder,
            Map.of("RAFT_DATA_HOME", folder.toString(), "RAFT_CACHE", folder.toString()),
            8);
    assertEquals(0, Notebooks.count(cells, "error"));
    assertEquals(0, Notebooks.pictures(cells));
    String said = Notebooks.shown(cells, "boolean here");
    assertTrue(said.contains("%raft data fetch qwen25math_math_cot_100"), said);
  }

  @Test
  void isCommittedWithItsOutputs() throws Exception {
    JsonArray cells = Notebooks.cells(NOTEBOOK);
    assertEquals(0, Notebooks.count(cells, "error"));
    assertEquals(FIGURES, Notebooks.pictures(cells));
    checkNumbers(cells);
  }

  @Test
  void isCommittedWithoutAnyTextOfTheFile() throws Exception {
    file();
    checkNoRows(Files.readString(NOTEBOOK));
  }

  private static void checkNumbers(JsonArray cells) {
    assertEquals(List.of(92.1, 98.0, 93.5, 96.0), metrics(cells, EVAL));
    assertEquals(List.of(91.0, 96.0, 92.5, 94.0), metrics(cells, PEER));
    assertTrue(Notebooks.shown(cells, "score real --reward verifier").contains("737"));
    assertTrue(Notebooks.shown(cells, "select scored").contains("100 of 800 kept"));
    assertTrue(Notebooks.shown(cells, "plot rewards").contains("737 right and 63 wrong"));
  }

  /** Returns pass@1, pass@8, maj@8 and best@8 in percent; each lies in its interval. */
  private static List<Double> metrics(JsonArray cells, String source) {
    String shown = Notebooks.shown(cells, source);
    return List.of("pass@1", "pass@8", "maj@8", "best@8").stream()
        .map(
            name -> {
              Matcher found =
                  Pattern.compile("(?m)^" + name + " +([0-9.]+) % +\\[([0-9.]+) %, ([0-9.]+) %\\]")
                      .matcher(shown);
              assertTrue(found.find(), name + " in " + shown);
              double value = Double.parseDouble(found.group(1));
              assertTrue(Double.parseDouble(found.group(2)) < value, shown);
              assertTrue(Double.parseDouble(found.group(3)) > value, shown);
              return value;
            })
        .toList();
  }

  /** No beginning of a problem or of a completion may stand in the notebook. */
  private static void checkNoRows(String notebook) {
    for (Rollout group : RolloutImport.read(file()).rollouts().rollouts()) {
      assertFalse(notebook.contains(excerpt(group.prompt().text())), group.prompt().id());
      for (Completion completion : group.completions()) {
        assertFalse(notebook.contains(excerpt(completion.text())), group.prompt().id());
      }
    }
  }

  private static String excerpt(String text) {
    JsonObject holder = new JsonObject();
    holder.addProperty("t", text.strip().substring(0, Math.min(EXCERPT, text.strip().length())));
    String quoted = holder.toString();
    return quoted.substring("{\"t\":\"".length(), quoted.length() - 2);
  }
}
