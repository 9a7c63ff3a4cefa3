package raftlab.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.kernel.command.ExitCode;

/** Stopping a run of another process, which ends at a safe point and can be resumed. */
class StopCommandTest {

  @TempDir private Path folder;
  private ShellCalls shell;

  @BeforeEach
  void place() {
    System.setProperty("raft.runs", folder.resolve("runs").toString());
    shell = new ShellCalls(folder.resolve("workspace"));
  }

  @AfterEach
  void forgetPlace() {
    System.clearProperty("raft.runs");
  }

  @Test
  void saysThatNothingIsRunning() {
    assertEquals(ExitCode.NOTHING_TO_DO, shell.run("stop"), shell.err);
    assertTrue(shell.out.startsWith("no run in "), shell.out);
    assertEquals(ExitCode.FAILED, shell.run("stop", "none"));
    assertTrue(shell.err.contains("there is no run \"none\""), shell.err);
  }

  @Test
  void aRunOfAnotherProcessStopsAndGoesOnLater() throws Exception {
    shell.begin();
    Process child = start();
    awaitRound(child);
    assertEquals(ExitCode.DONE, shell.run("stop"), () -> shell.err + log());
    assertTrue(shell.out.matches("(?s)r1 stopped after iteration \\d+; .*"), shell.out);
    assertTrue(shell.out.contains("continue with ./raft resume r1"), shell.out);
    assertTrue(child.waitFor(60, TimeUnit.SECONDS), this::log);
    assertEquals(ExitCode.INTERRUPTED.code(), child.exitValue(), this::log);
    assertTrue(log().contains("continue with ./raft resume r1"), this::log);
    Path run = folder.resolve("runs/r1");
    assertFalse(Files.exists(run.resolve("stop")));
    shell.must("runs");
    assertTrue(shell.out.lines().anyMatch(line -> line.matches("r1 +stopped .*")), shell.out);
    assertEquals(ExitCode.NOTHING_TO_DO, shell.run("stop", "r1"), shell.err);

    // A request that nobody heard must not stop the work that is begun after it.
    Files.writeString(run.resolve("stop"), "");
    Files.writeString(
        run.resolve("config.json"),
        Files.readString(run.resolve("config.json"))
            .replace("\"iterations\": 500", "\"iterations\": 1"));
    shell.must("resume", "r1");
    assertFalse(Files.exists(run.resolve("stop")));
  }

  private Process start() throws IOException {
    String line =
        "run r1 --policy base --data train --eval few --iterations 500 --prompts 4 -k 2"
            + " --max-new-tokens 16 --n 1 --rule all --discard none";
    return processes().start(List.of(line.split(" ")));
  }

  private ShellProcess processes() {
    return new ShellProcess(folder, folder.resolve("runs"));
  }

  private void awaitRound(Process child) throws InterruptedException {
    Path round = folder.resolve("runs/r1/iteration-000/metrics.json");
    while (!Files.exists(round)) {
      assertTrue(child.isAlive(), this::log);
      Thread.sleep(20);
    }
  }

  private String log() {
    return processes().log();
  }
}
