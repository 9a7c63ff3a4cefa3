package raftlab.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Executes the quickstart with a smaller run in the project's own environment and reads what it
 * shows.
 */
class QuickstartNotebookTest {

  private static final String FULL_RUN = "--prompts 512 --iterations 6 --n 4";
  private static final String SMALL_RUN = "--prompts 128 --iterations 2 --n 2";

  @TempDir Path folder;

  @Test
  void runsFromTopToBottomAndImprovesThePolicy() throws Exception {
    Path jupyter = Path.of(System.getProperty("raft.venv", "")).resolve("bin/jupyter");
    Assumptions.assumeTrue(
        Files.isExecutable(jupyter), "no environment: run ./raft test rather than mvn");
    String notebook = Files.readString(Path.of("..", "notebooks", "quickstart.ipynb"));
    assertTrue(notebook.contains(FULL_RUN), "the run this test makes smaller is not there");
    Path source = folder.resolve("quickstart.ipynb");
    Files.writeString(source, notebook.replace(FULL_RUN, SMALL_RUN));
    execute(jupyter, source);
    JsonArray cells =
        JsonParser.parseString(Files.readString(folder.resolve("done.ipynb")))
            .getAsJsonObject()
            .getAsJsonArray("cells");
    assertEquals(0, outputs(cells, "error"));
    assertTrue(images(cells) >= 6, "six figures");
    JsonObject result =
        JsonParser.parseString(Files.readString(folder.resolve("runs/quickstart/result.json")))
            .getAsJsonObject();
    double before = result.get("base_pass1").getAsDouble();
    double after = result.get("final_pass1").getAsDouble();
    assertTrue(before > 0.30 && before < 0.55, "the base is at " + before);
    assertTrue(after > before + 0.05, "from " + before + " to " + after);
  }

  private void execute(Path jupyter, Path source) throws Exception {
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(
            jupyter.toString(),
            "nbconvert",
            "--to",
            "notebook",
            "--execute",
            "--ExecutePreprocessor.timeout=900",
            "--output-dir",
            folder.toString(),
            "--output",
            "done.ipynb",
            source.toString());
    builder.environment().put("RAFT_RUNS", folder.resolve("runs").toString());
    builder.environment().put("JUPYTER_PREFER_ENV_PATH", "1");
    Process process =
        builder
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertTrue(process.waitFor(20, TimeUnit.MINUTES), "the notebook did not end in time");
      assertEquals(0, process.exitValue(), () -> read(log));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static int outputs(JsonArray cells, String type) {
    int count = 0;
    for (JsonElement cell : cells) {
      JsonElement outputs = cell.getAsJsonObject().get("outputs");
      for (JsonElement output : outputs == null ? new JsonArray() : outputs.getAsJsonArray()) {
        if (output.getAsJsonObject().get("output_type").getAsString().equals(type)) {
          count++;
        }
      }
    }
    return count;
  }

  private static int images(JsonArray cells) {
    int count = 0;
    for (JsonElement cell : cells) {
      JsonElement outputs = cell.getAsJsonObject().get("outputs");
      for (JsonElement output : outputs == null ? new JsonArray() : outputs.getAsJsonArray()) {
        JsonElement bundle = output.getAsJsonObject().get("data");
        if (bundle != null && bundle.getAsJsonObject().has("image/svg+xml")) {
          count++;
        }
      }
    }
    return count;
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }
}
