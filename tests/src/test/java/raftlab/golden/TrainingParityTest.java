package raftlab.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs training_parity.py where a Python with transformers and PEFT is at hand: the one that the
 * environment variable RAFT_TORCH_PYTHON names.
 */
class TrainingParityTest {

  private static final long MINUTES = 8;

  @TempDir Path folder;

  @Test
  void trainsAsTrainerAndPeftAndWritesWhatTheyRead() throws IOException, InterruptedException {
    String python = System.getenv().getOrDefault("RAFT_TORCH_PYTHON", "");
    assumeTrue(
        !python.isEmpty() && Files.isExecutable(Path.of(python)),
        "set RAFT_TORCH_PYTHON to a Python with torch, transformers and peft");
    Path report = folder.resolve("report.txt");
    Process process =
        new ProcessBuilder(
                python,
                Path.of("src", "test", "python", "training_parity.py").toAbsolutePath().toString(),
                Golden.folder("qwen3").getParent().toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "raftlab.kernel.cli.Main")
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
