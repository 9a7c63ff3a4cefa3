package raftlab.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import raftlab.kernel.command.ExitCode;

/** Where commands write: never over what they read, and a wrong place is told before the work. */
class OutputPlacesTest {

  private static final String ROW =
      "{\"prompt\":\"What is 1 + 1?\",\"completion\":\" 2\",\"gold\":\"2\"}\n";

  @TempDir private Path folder;
  private Path rows;
  private String out = "";
  private String err = "";

  @BeforeEach
  void write() throws IOException {
    rows = Files.writeString(folder.resolve("rows.jsonl"), ROW);
  }

  private ExitCode run(String... words) {
    ShellCalls shell = new ShellCalls(folder.resolve("workspace"));
    ExitCode code = shell.run(words);
    out = shell.out;
    err = shell.err;
    return code;
  }

  @ParameterizedTest
  @ValueSource(strings = {"generate", "logprobs", "grade"})
  void theFileThatIsReadIsNotWrittenOver(String command) throws IOException {
    String same = folder.resolve("workspace/../rows.jsonl").toString();
    Files.createDirectories(folder.resolve("workspace"));
    assertEquals(ExitCode.USAGE, run(command, "--in", rows.toString(), "--out", same), err);
    assertEquals(
        "raft: --out "
            + same
            + " is the file that is read.  Its rows would be lost.  Give another"
            + " file to --out.",
        err.strip());
    assertEquals(ROW, Files.readString(rows));
  }

  @ParameterizedTest
  @ValueSource(strings = {"generate", "logprobs"})
  void aFolderIsRefusedBeforeTheWork(String command) throws IOException {
    Path taken = Files.createDirectory(folder.resolve("taken"));
    assertEquals(
        ExitCode.FAILED, run(command, "--in", rows.toString(), "--out", taken.toString()), err);
    assertEquals("raft: " + taken + " is a folder.  Give a file inside it.", err.strip());
  }

  @Test
  void aModelIsNotWrittenIntoAFile() throws IOException {
    assertEquals(
        ExitCode.FAILED, run("finetune", "--data", rows.toString(), "--out", rows.toString()), err);
    assertTrue(err.startsWith("raft: " + rows + " is a file.  The model is written into a"), err);
    assertEquals(ROW, Files.readString(rows));
  }

  @Test
  void anAdapterIsNotWrittenOver() throws IOException {
    Path adapter = Files.createDirectory(folder.resolve("adapter"));
    Path config = Files.writeString(adapter.resolve("adapter_config.json"), "{}");
    assertEquals(
        ExitCode.FAILED,
        run("finetune", "--data", rows.toString(), "--out", adapter.toString(), "--lora", "2"),
        err);
    assertTrue(err.contains("raft: " + adapter + " holds a model already."), err);
    assertEquals("{}", Files.readString(config));
  }

  @Test
  void aPlaceThatRefusesAModelIsNamed() {
    assertEquals(
        ExitCode.FAILED, run("finetune", "--data", rows.toString(), "--out", "/proc/none"), err);
    assertTrue(err.contains("raft: /proc/none cannot be written."), err);
  }

  /** The defaults for a file are others than for a selection: the plan has to say which. */
  @Test
  void aDryRunShowsTheRateAndTheBatchOfAFile() {
    String[] words = {"finetune", "--data", rows.toString(), "--out", folder + "/m", "--dry-run"};
    assertEquals(ExitCode.DONE, run(words), err);
    assertTrue(out.replaceAll(" +", " ").contains("\nlr 2.0E-5 default\nbatch 8 default\n"), out);
  }

  @Test
  void noSamplesAreNamedByTheOptionThatWasGiven() {
    run("data", "few", "--from", "minimath", "--limit", "2", "-q");
    assertEquals(ExitCode.USAGE, run("eval", "--data", "few", "--n", "0"), err);
    assertTrue(err.contains("raft: --n 0 is not a number of samples.  Give 1 or more."), err);
  }
}
