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

/** Executes notebooks in the project's own environment and reads what they show. */
final class Notebooks {

  private Notebooks() {}

  /** Returns the environment's jupyter; skips the test where there is none. */
  static Path jupyter() {
    Path jupyter = Path.of(System.getProperty("raft.venv", "")).resolve("bin/jupyter");
    Assumptions.assumeTrue(
        Files.isExecutable(jupyter), "no environment: run ./raft test rather than mvn");
    return jupyter;
  }

  /** Executes a notebook from top to bottom and returns its cells. */
  static JsonArray execute(Path notebook, Path folder, Map<String, String> environment, int minutes)
      throws Exception {
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(
            jupyter().toString(),
            "nbconvert",
            "--to",
            "notebook",
            "--execute",
            "--ExecutePreprocessor.timeout=900",
            "--output-dir",
            folder.toString(),
            "--output",
            "done.ipynb",
            notebook.toAbsolutePath().normalize().toString());
    builder.environment().put("JUPYTER_PREFER_ENV_PATH", "1");
    builder.environment().putAll(environment);
    Process process =
        builder
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      assertTrue(process.waitFor(minutes, TimeUnit.MINUTES), "the notebook did not end in time");
      assertEquals(0, process.exitValue(), () -> read(log));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return cells(folder.resolve("done.ipynb"));
  }

  /** Returns the cells of a notebook. */
  static JsonArray cells(Path notebook) throws IOException {
    return JsonParser.parseString(Files.readString(notebook))
        .getAsJsonObject()
        .getAsJsonArray("cells");
  }

  /** Returns every output of every cell. */
  static List<JsonObject> outputs(JsonArray cells) {
    List<JsonObject> all = new ArrayList<>();
    for (JsonElement cell : cells) {
      JsonElement outputs = cell.getAsJsonObject().get("outputs");
      if (outputs != null) {
        outputs.getAsJsonArray().forEach(output -> all.add(output.getAsJsonObject()));
      }
    }
    return all;
  }

  /** Returns the plain text of the output of the cell whose source contains a text. */
  static String shown(JsonArray cells, String source) {
    for (JsonElement each : cells) {
      JsonObject cell = each.getAsJsonObject();
      if (cell.has("outputs") && text(cell.get("source")).contains(source)) {
        StringBuilder shown = new StringBuilder();
        for (JsonElement output : cell.getAsJsonArray("outputs")) {
          JsonElement data = output.getAsJsonObject().get("data");
          if (data != null && data.getAsJsonObject().has("text/plain")) {
            shown.append(text(data.getAsJsonObject().get("text/plain"))).append('\n');
          }
        }
        return shown.toString();
      }
    }
    throw new AssertionError("no cell with " + source);
  }

  /** Returns how many outputs there are of a type, such as {@code error}. */
  static long count(JsonArray cells, String type) {
    return outputs(cells).stream()
        .filter(output -> output.get("output_type").getAsString().equals(type))
        .count();
  }

  /** Returns how many outputs have a picture. */
  static long pictures(JsonArray cells) {
    return outputs(cells).stream()
        .filter(output -> output.has("data"))
        .filter(output -> output.getAsJsonObject("data").has("image/svg+xml"))
        .count();
  }

  private static String text(JsonElement lines) {
    if (!lines.isJsonArray()) {
      return lines.getAsString();
    }
    StringBuilder text = new StringBuilder();
    lines.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
    return text.toString();
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
