package raftlab.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.kernel.command.ExitCode;

/** Results that leave one workspace and come back in another. */
class SaveLoadTest {

  @TempDir private Path folder;
  private String out = "";
  private String err = "";

  private ExitCode run(String workspace, String line) {
    ShellCalls shell = new ShellCalls(folder.resolve(workspace));
    ExitCode code = shell.run(line.split(" "));
    out = shell.out;
    err = shell.err;
    return code;
  }

  private Path saved() {
    return folder.resolve("kept");
  }

  @Test
  void promptsComeBackInAnotherWorkspace() {
    assertEquals(ExitCode.DONE, run("a", "data few --from minimath --limit 3"), err);
    assertEquals(ExitCode.DONE, run("a", "save few --to " + saved()), err);
    assertTrue(out.contains("sha256"), out);
    assertEquals(ExitCode.DONE, run("b", "load " + saved().resolve("few") + " --as back"), err);
    assertTrue(out.contains("3 prompts from"), out);
    assertEquals(ExitCode.DONE, run("b", "free back"), err);
  }

  @Test
  void aRewardAndAModelAreSavedWhole() {
    assertEquals(ExitCode.DONE, run("a", "reward it --rule exact -q"), err);
    assertEquals(ExitCode.DONE, run("a", "model it -q"), err);
    assertEquals(ExitCode.DONE, run("a", "save it --to " + saved()), err);
    assertTrue(Files.exists(saved().resolve("it/model/saved")), out);
    assertEquals(ExitCode.DONE, run("b", "load " + saved().resolve("it")), err);
    assertEquals(ExitCode.DONE, run("b", "data few --from minimath --limit 1 -q"), err);
    assertEquals(ExitCode.DONE, run("b", "sample r --policy it -k 1 --max-new-tokens 4 -q"), err);
    assertEquals(ExitCode.DONE, run("b", "score r --reward it -q"), err);
  }

  @Test
  void aDamagedCopyAndAnUnknownNameAreRefused() throws IOException {
    assertEquals(ExitCode.FAILED, run("a", "save none --to " + saved()));
    assertTrue(err.startsWith("raft: nothing is named \"none\""), err);
    assertFalse(Files.exists(saved().resolve("none")));
    run("a", "data few --from minimath --limit 3 -q");
    run("a", "save few --to " + saved());
    assertEquals(ExitCode.FAILED, run("a", "save few --to " + saved()));
    assertTrue(err.contains("is there already.  It is not overwritten"), err);
    Path file = saved().resolve("few/data/prompts.jsonl");
    Files.writeString(file, Files.readString(file).replace("a", "b"));
    assertEquals(ExitCode.FAILED, run("b", "load " + saved().resolve("few")));
    assertTrue(err.contains("is not what was saved there"), err);
    assertEquals(ExitCode.FAILED, run("b", "load " + folder.resolve("nowhere")));
    assertTrue(err.contains("holds nothing that was saved"), err);
  }
}
