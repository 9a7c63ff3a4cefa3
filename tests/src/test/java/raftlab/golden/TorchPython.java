package raftlab.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a script that checks RAFT Lab against other people's libraries, where there is a Python that
 * has them: the one that the environment variable RAFT_TORCH_PYTHON names.
 */
final class TorchPython {

  private static final long MINUTES = 8;

  private TorchPython() {}

  /**
   * Runs a script of src/test/python and wants it to end with 0. Its last arguments are the words
   * that start a command of RAFT Lab in the classes under test.
   *
   * @param needs the libraries, told where the test is skipped
   * @param folder the script's working folder; its report is written there
   * @param arguments the script's first arguments
   */
  static void check(String script, String needs, Path folder, String... arguments)
      throws IOException, InterruptedException {
    String python = System.getenv().getOrDefault("RAFT_TORCH_PYTHON", "");
    assumeTrue(
        !python.isEmpty() && Files.isExecutable(Path.of(python)),
        "set RAFT_TORCH_PYTHON to a Python with " + needs);
    List<String> command = new ArrayList<>();
    command.add(python);
    command.add(Path.of("src", "test", "python", script).toAbsolutePath().toString());
    command.addAll(List.of(arguments));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "raftlab.kernel.cli.Main"));
    Path report = folder.resolve("report.txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(report.toFile())
            .start();
    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      process.destroy();
    }
    List<String> said = Files.readAllLines(report);
    assertTrue(ended, () -> "still running: " + String.join("\n", said));
    assertEquals(0, process.exitValue(), () -> String.join("\n", said));
  }
}
