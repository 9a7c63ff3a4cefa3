package raftlab.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.kernel.command.MagicWords;
import raftlab.kernel.jshell.KernelTestCase;

/** The magics of the quickstart, made smaller, say the same in the notebook and on the shell. */
class DoorsTest extends KernelTestCase {

  /** Smaller values of options; a line of the quickstart keeps its shape. */
  private static final Map<String, String> SMALLER =
      Map.of(
          "data train --from minimath", "data train --from minimath --limit 12",
          "--limit 32", "--limit 4",
          "-k 8", "-k 2",
          "--prompts 448", "--prompts 4 -k 2 --max-new-tokens 48 --eval few",
          "--iterations 5", "--iterations 2",
          "--n 4", "--n 1",
          "--per-prompt 4", "--per-prompt 2 --threshold 0");

  @TempDir private Path folder;

  @AfterEach
  void forgetPlace() {
    System.clearProperty("raft.runs");
  }

  @Test
  void everyLineOfTheQuickstartSaysTheSameThroughBothDoors() throws IOException {
    List<String> lines = quickstart();
    assertTrue(lines.size() >= 15, () -> "lines of the quickstart: " + lines);
    System.setProperty("raft.runs", folder.resolve("notebook").toString());
    List<String> notebook = lines.stream().map(DoorsTest::inNotebook).toList();
    System.setProperty("raft.runs", folder.resolve("shell").toString());
    for (int i = 0; i < lines.size(); i++) {
      assertEquals(notebook.get(i), onShell(lines.get(i)), lines.get(i));
    }
  }

  /**
   * The line magics of the notebook. A reward written in a cell is Java, which a shell has not:
   * lines that ask for one are left out.
   */
  private static List<String> quickstart() throws IOException {
    String notebook = Files.readString(Path.of("..", "notebooks", "quickstart.ipynb"));
    List<String> lines = new ArrayList<>();
    Set<String> written = new HashSet<>();
    for (JsonElement cell :
        JsonParser.parseString(notebook).getAsJsonObject().getAsJsonArray("cells")) {
      if (cell.getAsJsonObject().get("cell_type").getAsString().equals("code")) {
        String source = source(cell.getAsJsonObject());
        if (source.startsWith("%%raft reward ")) {
          written.add("--reward " + source.lines().findFirst().orElseThrow().substring(14).strip());
        }
        source.lines().filter(line -> line.startsWith("%raft ")).forEach(lines::add);
      }
    }
    String all = String.join("\n", lines);
    SMALLER.keySet().forEach(option -> assertTrue(all.contains(option), option));
    return lines.stream()
        .filter(line -> written.stream().noneMatch(line::contains))
        .map(DoorsTest::smaller)
        .toList();
  }

  private static String source(JsonObject cell) {
    StringBuilder source = new StringBuilder();
    cell.getAsJsonArray("source").forEach(each -> source.append(each.getAsString()));
    return source.toString();
  }

  private static String smaller(String line) {
    String small = line;
    for (Map.Entry<String, String> each : SMALLER.entrySet()) {
      small = small.replace(each.getKey(), each.getValue());
    }
    return small;
  }

  private static String inNotebook(String line) {
    return comparable(execShown(line).text());
  }

  private String onShell(String line) {
    ShellCalls shell = new ShellCalls(folder.resolve("workspace"));
    shell.must(MagicWords.split(line.substring(6)).words().toArray(String[]::new));
    return comparable(shell.out);
  }

  /** Leaves out what is of one door (the last JSON line), and times. */
  private static String comparable(String text) {
    return String.join(
        "\n",
        text.strip()
            .lines()
            .filter(line -> !line.startsWith("{"))
            .map(line -> line.replaceAll("\\b\\d+(?:\\.\\d+)? s\\b", "T s").stripTrailing())
            .toList());
  }
}
