package raftlab.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.kernel.command.CommandCatalog;
import raftlab.kernel.command.CommandEntry;
import raftlab.kernel.command.ExitCode;

class ShellTest {

  private static final CommandCatalog CATALOG =
      new CommandCatalog(
          List.of(
              entry("probe", "ShellProbeCommand"),
              entry("config", "basic.ConfigCommand"),
              entry("free", "basic.FreeCommand"),
              entry("help", "basic.HelpCommand"),
              entry("runs", "flow.RunsCommand"),
              entry("lasterror", "basic.LastErrorCommand")));

  @TempDir private Path folder;
  private String out = "";
  private String err = "";

  private static CommandEntry entry(String name, String className) {
    return new CommandEntry(name, List.of(), "", "does", "", className);
  }

  private ExitCode run(String line) {
    return run(line, "");
  }

  private ExitCode run(String line, String input) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream errors = new PrintStream(told, true, StandardCharsets.UTF_8);
    List<String> words = new ArrayList<>(List.of(line.split(" ")));
    words.add("--workspace=" + folder);
    Terminal terminal =
        new Terminal(errors, new ProgressLine(errors, false, Clock.systemUTC()), () -> false);
    ExitCode code =
        new Shell(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(printed, true, StandardCharsets.UTF_8),
                terminal,
                CATALOG)
            .run(words);
    out = text(printed);
    err = text(told);
    return code;
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void printsTheResultAndNothingElseOnStandardOutput() {
    assertEquals(ExitCode.DONE, run("probe progress"));
    assertEquals("shown\n", out);
    assertEquals("1/2\n2/2\nraft: note: look\n", err);
  }

  @Test
  void printsNothingIfAskedToBeQuiet() {
    assertEquals(ExitCode.DONE, run("probe done -q"));
    assertEquals("", out + err);
  }

  @Test
  void tellsAUserErrorInOneLineAndFails() {
    assertEquals(ExitCode.FAILED, run("probe mistake"));
    assertEquals("raft: this is wrong.\n", err);
    assertEquals("", out);
  }

  @Test
  void tellsWrongUsageApartFromFailure() {
    assertEquals(ExitCode.USAGE, run("prob done"));
    assertTrue(err.startsWith("raft: unknown command `prob`.  Did you mean `probe`?"), err);
    assertEquals(ExitCode.USAGE, run("probe done --worht 2"));
    assertEquals(ExitCode.USAGE, run("probe done --format xml"));
  }

  @Test
  void logsTheWholeStackOfAnErrorThatIsOurs() throws IOException {
    assertEquals(ExitCode.FAILED, run("probe bug"));
    Path log = folder.resolve("errors.log");
    assertEquals(1, err.lines().count(), err);
    assertTrue(err.contains("out of luck") && err.contains(log.toString()), err);
    String logged = Files.readString(log);
    assertTrue(logged.contains("./raft probe bug\n"), logged);
    assertTrue(logged.contains("at raftlab.kernel.command.ShellProbeCommand.run"), logged);
  }

  @Test
  void saysWhenItWasStoppedOrHadNothingToDo() {
    assertEquals(ExitCode.INTERRUPTED, run("probe stopped"));
    assertEquals(ExitCode.NOTHING_TO_DO, run("probe empty"));
    assertEquals("nothing kept\n", out);
  }

  @Test
  void readsABodyFromAFileOrStandardInput() throws IOException {
    Path file = Files.writeString(folder.resolve("body.txt"), "temperature: 0.5");
    assertEquals(ExitCode.FAILED, run("config --body " + file.resolve("none")));
    assertEquals(ExitCode.USAGE, run("probe done --body " + file));
    assertTrue(err.contains("takes no body"), err);
    assertEquals(ExitCode.DONE, run("config --body - --format csv", "runs: ./elsewhere\n"));
    assertTrue(out.contains("runs,./elsewhere,config"), out);
  }

  @Test
  void theNextCallFindsTheLastError() {
    run("probe bug");
    assertEquals(ExitCode.DONE, run("lasterror"));
    assertTrue(out.contains("probe bug") && out.contains("out of luck"), out);
    assertTrue(out.contains("at raftlab.kernel.command.ShellProbeCommand.run"), out);
  }

  @Test
  void theLastErrorIsFoundWhereNoWorkspaceWas() throws IOException {
    folder = folder.resolve("none");
    run("probe --worht 2");
    assertEquals(ExitCode.DONE, run("lasterror"));
    assertTrue(out.contains("probe --worht 2") && out.contains("unknown option --worht"), out);
  }

  @Test
  void theKindOfAMistakeDecidesTheExitCodeNotItsWords() {
    assertEquals(ExitCode.FAILED, run("probe dashes"));
    assertEquals("raft: --worth lies in a file that is broken.\n", err);
    assertEquals(ExitCode.USAGE, run("probe usage"));
    assertEquals(ExitCode.NOTHING_TO_DO, run("probe nothing"));
    assertEquals(ExitCode.DIFFERENT, run("probe different"));
    assertEquals("not the same\n", out);
  }

  @Test
  void keepsRunsWhereConfigSays() throws IOException {
    Path runs = Files.createDirectories(folder.resolve("mine"));
    Files.createDirectories(runs.resolve("first"));
    assertEquals(ExitCode.DONE, run("config set runs=" + runs));
    assertTrue(out.contains("is kept in " + folder.resolve("config.yaml")), out);
    assertEquals(ExitCode.DONE, run("runs"));
    assertTrue(out.contains("0 runs in " + runs), out);
    run("config reset");
    assertEquals(ExitCode.DONE, run("runs"));
    assertFalse(out.contains(runs.toString()), out);
  }

  @Test
  void helpNamesTheLauncherTheWorkspaceAndTheExitCodes() {
    assertEquals(ExitCode.DONE, run("help"));
    for (String word : List.of("./raft demo", "./raft lab", "./raft test", "--workspace DIR")) {
      assertTrue(out.contains(word), word + " is missing in\n" + out);
    }
    assertTrue(out.contains("Exit codes: 0 done; 1 failed; 2 wrong usage"), out);
    assertEquals(ExitCode.USAGE, run("help prob"));
  }

  @Test
  void tellsItsVersion() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(stream, new ProgressLine(stream, false, Clock.systemUTC()), () -> false);
    Shell shell = new Shell(new ByteArrayInputStream(new byte[0]), stream, terminal, CATALOG);
    assertEquals(ExitCode.DONE, shell.run(List.of("--version")));
    assertTrue(text(printed).matches("RAFT Lab \\S+, Java \\S+\n"), text(printed));
  }

  @Test
  void aWrongOptionValueOrSettingIsWrongUsage() {
    assertEquals(ExitCode.USAGE, run("config set nonsense=1"));
    assertEquals(ExitCode.USAGE, run("config shw"));
  }

  @Test
  void keepsSettingsForTheNextCall() {
    run("config set worth=7");
    run("config --format csv");
    assertTrue(out.contains("worth,7,config"), out);
  }

  @Test
  void findsTheLastResultOfAnEarlierCall() {
    run("probe store");
    assertEquals(ExitCode.DONE, run("probe find"));
    assertTrue(out.startsWith("d1: 1 prompt from by hand\nid  prompt  answer\n"), out);
    assertEquals("raft: note: using data d1\n", err);
  }

  @Test
  void makesAStoredRewardAgainWithTheSettingsItHad() {
    run("config set worth=7");
    run("probe reward");
    run("config reset");
    assertEquals(ExitCode.DONE, run("probe w1 --format json"));
    assertEquals(
        "{\"words\":[\"probe\",\"reward\",\"--worth=7.0\"],\"body\":\"\",\"terms\":{}}",
        readRecipe().replaceAll("\\s", ""));
    assertTrue(out.contains("worth"), out);
  }

  private String readRecipe() {
    try {
      return Files.readString(folder.resolve("reward/w1/recipe.json"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void forgetsWhatIsFreed() {
    run("probe store");
    assertEquals(ExitCode.DONE, run("free d1"));
    assertEquals(ExitCode.FAILED, run("probe find"));
    assertTrue(err.startsWith("raft: no data yet."), err);
    assertFalse(Files.exists(folder.resolve("data/d1")));
  }
}
