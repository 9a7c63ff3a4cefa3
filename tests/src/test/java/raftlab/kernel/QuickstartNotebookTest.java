package raftlab.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Executes the quickstart with a smaller run in the project's own environment and reads what it
 * shows.
 */
class QuickstartNotebookTest {

  private static final String FULL_RUN = "--prompts 448 --iterations 5 --n 4";
  private static final String SMALL_RUN = "--prompts 128 --iterations 2 --n 2";

  @TempDir Path folder;

  @Test
  void runsFromTopToBottomAndImprovesThePolicy() throws Exception {
    String notebook = Files.readString(Path.of("..", "notebooks", "quickstart.ipynb"));
    assertTrue(notebook.contains(FULL_RUN), "the run this test makes smaller is not there");
    Path source = folder.resolve("quickstart.ipynb");
    Files.writeString(source, notebook.replace(FULL_RUN, SMALL_RUN));
    JsonArray cells =
        Notebooks.execute(
            source, folder, Map.of("RAFT_RUNS", folder.resolve("runs").toString()), 20);
    assertEquals(0, Notebooks.count(cells, "error"));
    assertTrue(Notebooks.pictures(cells) >= 6, "six figures");
    JsonObject result =
        JsonParser.parseString(Files.readString(folder.resolve("runs/quickstart/result.json")))
            .getAsJsonObject();
    double before = result.get("base_pass1").getAsDouble();
    double after = result.get("final_pass1").getAsDouble();
    assertTrue(before > 0.30 && before < 0.55, "the base is at " + before);
    assertTrue(after > before + 0.05, "from " + before + " to " + after);
  }
}
