package raftlab.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the checks of kernel_protocol.py against a real kernel process. */
class KernelProtocolTest {

  private static final long MINUTES = 10;

  @Test
  void answersOverTheProtocol(@TempDir Path folder) throws Exception {
    String named = System.getProperty("raft.venv", "");
    Path venv = named.isEmpty() ? Path.of("..", "target", "venv") : Path.of(named);
    Path python = venv.resolve(Path.of("bin", "python")).toAbsolutePath();
    assumeTrue(Files.isExecutable(python), "no Python environment; ./raft test makes one");
    Path report = folder.resolve("report.txt");
    Process process =
        new ProcessBuilder(
                python.toString(),
                Path.of("src", "test", "python", "kernel_protocol.py").toAbsolutePath().toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(report.toFile())
            .start();
    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    if (!ended) {
      process.destroy(); // lets the script's finally end the kernel
    }
    assertTrue(ended, () -> "still running: " + read(report));
    assertEquals(0, process.exitValue(), () -> read(report));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      return e.toString();
    }
  }
}
