package raftlab.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.kernel.command.ExitCode;

/** Options of the commands that sample and train, with the embedded model, on the shell. */
class ModelOptionsTest {

  @TempDir private Path folder;
  private ShellCalls shell;

  @BeforeEach
  void begin() {
    System.setProperty("raft.runs", folder.resolve("runs").toString());
    shell = new ShellCalls(folder.resolve("workspace"));
  }

  @AfterEach
  void forgetPlace() {
    System.clearProperty("raft.runs");
  }

  @Test
  void theNumberInFlightDoesNotChangeWhatIsDrawn() {
    shell.begin();
    String line = "sample r --data few -k 2 --max-new-tokens 16";
    shell.must(line.split(" "));
    String usual = shell.out;
    shell.must((line + " --batch 3").split(" "));
    assertEquals(usual, shell.out);
  }

  @Test
  void aShapedRewardIsPaidInARunAndCountedOnce() {
    shell.begin();
    shell.must("reward", "near", "--verifier", "math", "--kl-beta", "0.05");
    assertTrue(
        shell.out.contains("less 0.05 for each nat away from the embedded model"), shell.out);
    shell.must("sample", "r", "--data", "few", "-k", "2", "--max-new-tokens", "16", "-q");
    shell.must("score", "r", "--reward", "near", "-q");
    assertEquals(
        ExitCode.USAGE,
        shell.run("run", "x", "--data", "train", "--reward", "near", "--kl-beta", "0.1"));
    assertTrue(shell.err.contains("--kl-beta 0.1 would count the KL twice"), shell.err);
    assertTrue(!Files.exists(folder.resolve("runs/x")));
    shell.must(
        ("run x --data train --eval few --reward near --iterations 1 --prompts 4 -k 2 --n 1"
                + " --max-new-tokens 16 --discard none -q")
            .split(" "));
    assertEquals(ExitCode.DONE, shell.run("resume", "x", "-q"), () -> shell.err);
  }

  @Test
  void aRunIsTrainedWithTheDecayAndTheBoundItIsGiven() throws IOException {
    shell.begin();
    shell.must(
        ("run x --data train --eval few --verifier math --iterations 1 --prompts 2 -k 1 --n 1"
                + " --max-new-tokens 8 --weight-decay 0.01 --max-grad-norm 0.5 -q")
            .split(" "));
    String config = Files.readString(folder.resolve("runs/x/config.json"));
    assertTrue(
        config.contains("\"weight_decay\": 0.01") && config.contains("\"max_grad_norm\": 0.5"),
        config);
  }

  @Test
  void aDeviceThatIsNotThereIsToldInAFewWords() {
    shell.begin();
    try {
      shell.must("config", "set", "device=cuda:99");
      assertEquals(ExitCode.FAILED, shell.run("sample", "r", "--policy", "base", "-k", "1"));
      assertTrue(shell.err.startsWith("raft: there is no device cuda:99 here.  "), shell.err);
      assertEquals(ExitCode.USAGE, shell.run("config", "set", "device=gpu"));
      assertTrue(shell.err.contains("no device is called \"gpu\".  Known: auto, cpu"), shell.err);
      shell.must("config", "set", "device=cpu");
      shell.must("sample", "r", "--policy", "base", "-k", "1", "--max-new-tokens", "4", "-q");
    } finally {
      shell.must("config", "reset");
    }
  }

  @Test
  void aSmallBaseModelHasMoreThanFourMillionParameters() throws IOException {
    Path corpus = folder.resolve("own.jsonl");
    Files.writeString(corpus, "{\"prompt\":\"2 + 2 =\",\"completion\":\" 4\"}\n");
    shell.must(("train-base s --preset small --steps 1 --corpus " + corpus).split(" "));
    assertTrue(shell.out.contains("4,6"), shell.out);
    String recipe = Files.readString(folder.resolve("runs/s-base/recipe.json"));
    assertTrue(
        recipe.contains("\"learning_rate\": 0.001") && recipe.contains("\"hidden\": 256"), recipe);
  }

  @Test
  void aBaseModelIsTrainedOnAFileAtARateAndSampled() throws IOException {
    Path corpus = folder.resolve("mine.jsonl");
    Files.writeString(
        corpus, "{\"prompt\":\"2 + 2 =\",\"completion\":\" 4\"}\n{\"text\":\"one\"}\n");
    shell.must(
        ("train-base mine --preset tiny --lr 1e-3 --steps 2 -q --corpus " + corpus).split(" "));
    String recipe = Files.readString(folder.resolve("runs/mine-base/recipe.json"));
    assertTrue(
        recipe.contains("\"learning_rate\": 0.001") && recipe.contains("mine.jsonl"), recipe);
    shell.must("data", "few", "--from", "mini-500", "--limit", "2", "-q");
    shell.must("sample", "r", "--policy", "mine", "-k", "1", "--max-new-tokens", "4", "-q");
  }
}
