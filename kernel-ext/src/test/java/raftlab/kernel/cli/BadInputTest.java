package raftlab.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.kernel.command.ExitCode;
import raftlab.run.PromptsFile;

/** Bad input through the shell: one clear message, an exit code, and nothing half-written. */
class BadInputTest {

  @TempDir private Path folder;
  private Path workspace;
  private String out = "";
  private String err = "";

  @BeforeEach
  void place() {
    workspace = folder.resolve("workspace");
    System.setProperty("raft.runs", folder.resolve("runs").toString());
  }

  @AfterEach
  void forgetPlace() {
    System.clearProperty("raft.runs");
  }

  private ExitCode run(String... words) {
    ShellCalls shell = new ShellCalls(workspace);
    ExitCode code = shell.run(words);
    out = shell.out;
    err = shell.err;
    return code;
  }

  /** One message of at most three lines without a stack, and nothing on standard output. */
  private void assertRefused(ExitCode expected, String begins, String... words) {
    assertEquals(expected, run(words), () -> err + out);
    String last =
        err.lines().filter(line -> !line.startsWith("raft: note:")).findFirst().orElse("");
    assertTrue(last.startsWith("raft: " + begins), err);
    assertTrue(
        err.lines().count() <= 4 && !err.contains("\tat ") && !err.contains("Exception"), err);
    assertEquals("", out);
  }

  private List<String> files(Path root) throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(root)) {
      // What lasterror shows is written whole, and on purpose.
      return all.filter(Files::isRegularFile)
          .filter(each -> !each.endsWith("last-error.txt"))
          .map(each -> root.relativize(each).toString())
          .toList();
    }
  }

  @Test
  void wrongUsageIsExitCodeTwo() {
    assertRefused(
        ExitCode.USAGE,
        "unknown option --temprature for `sample`.  Did you mean --temperature?",
        "sample",
        "--temprature",
        "1");
    assertRefused(ExitCode.USAGE, "unknown command `sampel`.  Did you mean `sample`?", "sampel");
  }

  @Test
  void valuesThatNoOptionHasAreWrongUsage() {
    assertRefused(
        ExitCode.USAGE, "there is no dtype \"float16\"", "model", "m", "--dtype", "float16");
    assertRefused(
        ExitCode.USAGE, "there is no verifier profile \"foo\"", "reward", "r", "--verifier", "foo");
    assertRefused(ExitCode.USAGE, "\"../x\" is not a name for data", "data", "../x");
  }

  @Test
  void aFileThatIsNotThereIsSaidToBeAFile() {
    assertRefused(
        ExitCode.FAILED,
        "there is no file nothere.jsonl.  Grade one: grade --in FILE --out nothere.jsonl",
        "show",
        "nothere.jsonl");
  }

  @Test
  void thereMustBeSomethingToLearnAndToMerge() throws IOException {
    String empty = Files.createFile(folder.resolve("empty.jsonl")).toString();
    String to = folder.resolve("tuned").toString();
    assertRefused(
        ExitCode.FAILED,
        empty + " has nothing to learn from.  It has no rows.",
        "finetune",
        "--data",
        empty,
        "--out",
        to);
    assertRefused(
        ExitCode.USAGE,
        "--merge has no adapter to fold into the weights",
        "finetune",
        "--data",
        empty,
        "--out",
        to,
        "--merge");
  }

  @Test
  void noCompletionsAreRefusedBeforeAnythingIsLoaded() throws IOException {
    assertRefused(
        ExitCode.USAGE,
        "-k 0 is not a number of completions.  Give 1 or more; group baselines (grpo, rloo) need 2.",
        "sample",
        "-k",
        "0");
    assertRefused(ExitCode.USAGE, "-k 0 is not a number of completions.", "run", "r", "-k", "0");
    assertEquals(List.of(), files(folder));
  }

  @Test
  void aMissingOrWrongModelFolderIsNamed() throws IOException {
    assertRefused(ExitCode.FAILED, "", "model", "m", "--from", folder.resolve("none").toString());
    assertTrue(err.contains(folder.resolve("none").toString()), err);
    Path wrong = Files.createDirectory(folder.resolve("wrong"));
    Files.writeString(wrong.resolve("readme.txt"), "no model");
    assertRefused(ExitCode.FAILED, "", "model", "m", "--from", wrong.toString());
    assertTrue(err.contains(wrong.toString()) && err.contains("config.json"), err);
    Files.writeString(wrong.resolve("config.json"), "{ broken");
    assertRefused(ExitCode.FAILED, "", "model", "m", "--from", wrong.toString());
    assertTrue(err.contains("config.json"), err);
    assertEquals(List.of(), files(workspace));
  }

  @Test
  void aBrokenJsonLineIsNamedByFileAndNumber() throws IOException {
    Path place = Files.createDirectories(workspace.resolve("rollouts/r1"));
    Files.writeString(workspace.resolve("rollouts/names"), "r1\n");
    Files.writeString(
        place.resolve("rollouts.jsonl"),
        "{\"kind\":\"rollouts\",\"name\":\"r1\",\"policy_id\":\"p\",\"settings\":"
            + "{\"completions_per_prompt\":1,\"temperature\":1,\"top_p\":1,\"top_k\":0,"
            + "\"max_new_tokens\":8,\"seed\":1,\"iteration\":0}}\n{\"prompt\": {\"id\"\n");
    run("reward", "exact", "--rule", "exact", "-q");
    assertRefused(
        ExitCode.FAILED,
        "line 2 of " + place.resolve("rollouts.jsonl") + " is broken",
        "score",
        "r1",
        "--reward",
        "exact");
    assertTrue(!Files.exists(workspace.resolve("scored/r1")));
  }

  @Test
  void aFolderThatCannotBeWrittenIsNamed() {
    assertRefused(
        ExitCode.FAILED,
        "cannot write /proc/none/out.json",
        "status",
        "--out",
        "/proc/none/out.json");
    assertRefused(
        ExitCode.FAILED,
        "data few cannot be stored in /proc/none",
        "data",
        "few",
        "--from",
        "minimath",
        "--limit",
        "2",
        "--workspace=/proc/none");
  }

  @Test
  void aWorkspaceBelowAFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertRefused(
        ExitCode.FAILED,
        "reward r cannot be stored",
        "reward",
        "r",
        "--rule",
        "exact",
        "--workspace=" + file.resolve("below"));
    assertEquals("x", Files.readString(file));
  }

  @Test
  void aPromptLongerThanTheContextIsRefusedAndLeavesNothing() throws IOException {
    Path place = Files.createDirectories(workspace.resolve("data/long"));
    Files.writeString(workspace.resolve("data/names"), "long\n");
    PromptsFile.write(
        place.resolve("prompts.jsonl"),
        new PromptSet(
            "long",
            "by hand",
            "00",
            List.of(new Prompt("p", "12 + 34 ".repeat(2000), Map.of("answer", "1")))));
    assertEquals(ExitCode.DONE, run("model", "base", "-q"), () -> err);
    List<String> before = files(folder);
    assertRefused(ExitCode.FAILED, "prompt p ", "sample", "r", "--data", "long", "-k", "1");
    assertTrue(err.contains("256") || err.contains("context"), err);
    assertEquals(before, files(folder));
  }

  @Test
  void aRunThatCannotBeginLeavesNoRunBehind() throws IOException {
    assertEquals(ExitCode.DONE, run("model", "base", "-q"), () -> err);
    assertEquals(
        ExitCode.DONE, run("data", "few", "--from", "minimath", "--limit", "2", "-q"), () -> err);
    Path file = Files.writeString(folder.resolve("notAFolder"), "x");
    System.setProperty("raft.runs", file.toString());
    assertRefused(ExitCode.FAILED, "cannot write ", "run", "r", "--data", "few");
    assertEquals("x", Files.readString(file));
  }

  @Test
  void aBodyThatDoesNotCompileNamesItsLine() throws IOException {
    Path body = Files.writeString(folder.resolve("Mine.java"), "(p, c) ->\n  p.nothing()");
    assertEquals(ExitCode.FAILED, run("reward", "mine", "--body", body.toString()));
    assertTrue(err.contains("line 2 of the body:\n    p.nothing()"), err);
    assertEquals(List.of(), files(workspace));
  }

  @Test
  void aRewardInJavaIsKeptForTheNextCall() throws IOException {
    Path body = Files.writeString(folder.resolve("Mine.java"), "(p, c) -> c.text().length()");
    assertEquals(ExitCode.DONE, run("reward", "mine", "--body", body.toString()), () -> err);
    assertEquals(ExitCode.DONE, run("reward", "both", "--sum", "mine=2,exact=1"), () -> err);
    assertTrue(out.contains("both: the sum mine=2,exact=1"), out);
    assertTrue(
        Files.readString(workspace.resolve("reward/both/recipe.json"))
            .contains("c.text().length()"));
  }
}
