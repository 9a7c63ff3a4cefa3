package raftlab.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A notebook that was executed in the project's own environment, and what its cells show.
 *
 * @param outputs every output of every code cell, in order
 */
record NotebookRun(List<JsonObject> outputs) {

  /**
   * Executes a notebook in a folder; the test is skipped where there is no environment.
   *
   * @param environment variables for the kernel; an empty value removes one
   */
  static NotebookRun of(Path notebook, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path jupyter = Path.of(System.getProperty("raft.venv", "")).resolve("bin/jupyter");
    Assumptions.assumeTrue(
        Files.isExecutable(jupyter), "no environment: run ./raft test rather than mvn");
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
            notebook.toAbsolutePath().toString());
    builder.environment().put("RAFT_RUNS", folder.resolve("runs").toString());
    builder.environment().put("JUPYTER_PREFER_ENV_PATH", "1");
    environment.forEach(
        (name, value) -> {
          builder.environment().put(name, value);
          builder.environment().remove(value.isEmpty() ? name : "");
        });
    run(builder.directory(folder.toFile()).redirectErrorStream(true), log);
    return read(folder.resolve("done.ipynb"));
  }

  private static void run(ProcessBuilder builder, Path log)
      throws IOException, InterruptedException {
    Process process = builder.redirectOutput(log.toFile()).start();
    try {
      assertTrue(process.waitFor(20, TimeUnit.MINUTES), "the notebook did not end in time");
      assertEquals(0, process.exitValue(), () -> text(log));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** Reads the outputs that a notebook file holds. */
  static NotebookRun read(Path notebook) throws IOException {
    JsonArray cells =
        JsonParser.parseString(Files.readString(notebook))
            .getAsJsonObject()
            .getAsJsonArray("cells");
    List<JsonObject> outputs = new ArrayList<>();
    for (JsonElement cell : cells) {
      JsonElement own = cell.getAsJsonObject().get("outputs");
      if (own != null) {
        own.getAsJsonArray().forEach(output -> outputs.add(output.getAsJsonObject()));
      }
    }
    return new NotebookRun(outputs);
  }

  /** Returns how many outputs are errors. */
  long errors() {
    return outputs.stream()
        .filter(output -> output.get("output_type").getAsString().equals("error"))
        .count();
  }

  /** Returns how many outputs hold a picture. */
  long pictures() {
    return outputs.stream()
        .map(output -> output.getAsJsonObject("data"))
        .filter(data -> data != null && data.has("image/svg+xml"))
        .count();
  }

  /** Returns the plain text of all outputs. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (JsonObject output : outputs) {
      JsonObject data = output.getAsJsonObject("data");
      if (data != null && data.has("text/plain")) {
        JsonElement plain = data.get("text/plain");
        if (plain.isJsonArray()) {
          plain.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
        } else {
          text.append(plain.getAsString());
        }
        text.append('\n');
      }
    }
    return text.toString();
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
