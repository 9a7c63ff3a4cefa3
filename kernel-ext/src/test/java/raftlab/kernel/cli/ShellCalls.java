package raftlab.kernel.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import raftlab.kernel.command.CommandCatalog;
import raftlab.kernel.command.ExitCode;

/** Calls through the shell's door, within this process. */
final class ShellCalls {

  final Path workspace;
  String out = "";
  String err = "";

  ShellCalls(Path workspace) {
    this.workspace = workspace;
  }

  /** Runs a line in the workspace, unless the line names another one. */
  ExitCode run(String... words) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream errors = new PrintStream(told, true, StandardCharsets.UTF_8);
    List<String> all = new ArrayList<>(List.of(words));
    if (all.stream().noneMatch(word -> word.startsWith("--workspace"))) {
      all.add("--workspace=" + workspace);
    }
    Terminal terminal =
        new Terminal(errors, new ProgressLine(errors, false, Clock.systemUTC()), () -> false);
    ExitCode code =
        new Shell(
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                terminal,
                CommandCatalog.standard())
            .run(all);
    out = printed.toString(StandardCharsets.UTF_8);
    err = told.toString(StandardCharsets.UTF_8);
    return code;
  }

  /** Returns the last line of the output, which scripts read. */
  JsonObject last() {
    List<String> lines = out.lines().toList();
    return JsonParser.parseString(lines.get(lines.size() - 1)).getAsJsonObject();
  }

  /** Names a tiny policy, a few prompts to train on and a few to evaluate on. */
  void begin() {
    must("model", "base", "-q");
    must("data", "train", "--from", "minimath", "--limit", "12", "-q");
    must("data", "few", "--from", "mini-500", "--limit", "4", "-q");
  }

  void must(String... words) {
    ExitCode code = run(words);
    if (code != ExitCode.DONE) {
      throw new AssertionError(String.join(" ", words) + ": " + code + "\n" + err + out);
    }
  }
}
