package raftlab.kernel.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.UsageError;
import raftlab.kernel.notebook.Report;
import raftlab.kernel.notebook.ReportText;

class CommandLineRunnerTest {

  private final QuietFrontEnd frontEnd = new QuietFrontEnd();
  private final Workspace workspace =
      frontEnd.workspace(
          new CommandCatalog(
              List.of(
                  CommandEntry.of("probe", "List", "echoes", "", "ProbeCommand").alias("test"),
                  CommandEntry.of("help", "", "helps", "", "basic.HelpCommand"),
                  CommandEntry.of("config", "", "sets", "", "basic.ConfigCommand"))));
  private final CommandLineRunner runner = new CommandLineRunner(workspace);

  private Object run(String line) {
    return runner.run(List.of(line.split(" ")), null).value();
  }

  private String usageError(String line) {
    return assertThrows(UsageError.class, () -> run(line)).getMessage();
  }

  @Test
  void readsFractionsThousandsAndBothOptionForms() {
    assertEquals(
        List.of("r1", 0.25, 2000, 1e-6, "ALL"),
        run("probe r1 --keep=1/4 -k 2k --temperature 1e-6 --ties all"));
  }

  @Test
  void runsACommandByItsAlias() {
    assertEquals(List.of("null", 0.125, 8, 1.0, "FIRST"), run("test"));
  }

  @Test
  void takesAnOptionFromConfigAndLetsTheLineWin() {
    run("config set temperature=0.5");
    assertEquals(List.of("null", 0.125, 8, 0.5, "FIRST"), run("probe"));
    assertEquals(List.of("null", 0.125, 8, 0.7, "FIRST"), run("probe --temperature 0.7"));
  }

  @Test
  void dryRunNamesTheOriginOfEachSetting() {
    run("config set temperature=0.5");
    Report report = (Report) run("probe -k 4 --dry-run");
    assertTrue(
        report.rows().contains(List.of("temperature", "0.5", "config")), report.rows()::toString);
    assertTrue(
        report.rows().contains(List.of("num-generations", "4", "here")), report.rows()::toString);
    assertTrue(
        report.rows().contains(List.of("keep", "0.125", "default")), report.rows()::toString);
  }

  @Test
  void suggestsTheNearestOption() {
    assertEquals(
        "unknown option --temprature for `probe`.  Did you mean --temperature?",
        usageError("probe --temprature 1"));
  }

  @Test
  void anOptionOfOneLetterIsSuggestedForItsDoubledForm() {
    assertEquals("unknown option --kk for `probe`.  Did you mean -k?", usageError("probe --kk 4"));
  }

  @Test
  void writesJsonWithoutEscapesForHtml(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("out.json");
    run("config set runs='a=b<c' --out " + file);
    assertTrue(Files.readString(file).contains("'a=b<c'"), Files.readString(file));
  }

  @Test
  void suggestsTheNearestCommand() {
    assertEquals(
        "unknown command `porbe`.  Did you mean `probe`?  All commands: %raft help.",
        usageError("porbe"));
  }

  @Test
  void refusesARepeatedOption() {
    assertEquals(
        "--keep is given twice for `probe`.  Keep one of them.",
        usageError("probe --keep 1/2 --keep 1/4"));
  }

  @Test
  void saysWhichValueIsNoNumber() {
    assertEquals(
        "--num-generations many: \"many\" is not a number.  Write it like 0.5, 1/8, 1e-6 or 2k.",
        usageError("probe -k many"));
  }

  @Test
  void refusesABodyWhereNoneIsTaken() {
    UsageError e = assertThrows(UsageError.class, () -> runner.run(List.of("probe"), "x -> 1"));
    assertEquals("`probe` takes no body.  Leave the body out.", e.getMessage());
    assertEquals(
        List.of("null", 0.125, 8, 1.0, "FIRST"), runner.run(List.of("probe"), " \n").value());
  }

  @Test
  void bindsTheResultUnderItsName() {
    run("config show --as settings");
    assertTrue(frontEnd.variables.get("settings") instanceof Report);
  }

  @Test
  void refusesANameThatIsNoIdentifier() {
    assertEquals(
        "--as my-r1 is not a Java identifier.  Use a name such as r1.",
        usageError("probe --as my-r1"));
  }

  @Test
  void writesTheResultAsJson(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("deep/out.json");
    run("config show --out " + file);
    assertTrue(Files.readString(file).contains("\"headline\": \"Settings\""));
  }

  @Test
  void helpOfACommandListsItsOptionsWithDefaults() {
    String text = ReportText.of((Report) run("help probe"));
    assertTrue(text.contains("--keep"), text);
    assertTrue(text.contains("1/8"), text);
    assertTrue(text.contains("Example: %raft probe"), text);
  }

  @Test
  void everyCommandOfTheCatalogHasHelp() {
    for (CommandEntry entry : CommandCatalog.standard().entries()) {
      assertTrue(!CommandHelp.of(entry, "%raft").rows().isEmpty(), entry::name);
    }
  }

  @Test
  void remembersTheLastErrorWithItsLine() {
    assertThrows(UsageError.class, () -> run("config set nonsense=1"));
    assertEquals("config set nonsense=1", workspace.errors().last().orElseThrow().line());
  }
}
