package raftlab.kernel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Shell calls in processes of their own, which can be killed; what they print is kept in one file.
 *
 * @param folder where the workspace and the log are
 * @param runs the folder of runs
 */
record ShellProcess(Path folder, Path runs) {

  Process start(List<String> words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dai.djl.offline=true",
                "-Djava.awt.headless=true",
                "-Draft.runs=" + runs,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(words);
    command.add("--workspace=" + folder.resolve("workspace"));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(file().toFile()))
        .start();
  }

  /** Returns what the processes have printed. */
  String log() {
    try {
      return Files.readString(file());
    } catch (IOException e) {
      return e.toString();
    }
  }

  private Path file() {
    return folder.resolve("child.log");
  }
}
