package raftlab.kernel.command;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import raftlab.kernel.notebook.Report;

class CommandHelpTest {

  @Test
  void saysADefaultOnceForEveryOptionOfEveryCommand() {
    List<String> twice = new ArrayList<>();
    for (CommandEntry entry : CommandCatalog.standard().entries()) {
      Report help = CommandHelp.of(entry, "./raft");
      for (List<String> row : help.rows()) {
        String shown = row.get(1);
        String meaning = row.get(2);
        if (!shown.equals("-")
            && (meaning.contains("(" + shown + ")") || meaning.contains("(" + shown + ";"))) {
          twice.add(entry.name() + " " + row);
        }
      }
    }
    assertEquals(List.of(), twice);
  }

  @Test
  void theExampleOfEveryCommandIsUnderstood() {
    Workspace workspace = new QuietFrontEnd().workspace(CommandCatalog.standard());
    for (CommandEntry entry : CommandCatalog.standard().entries()) {
      List<String> words = MagicWords.split(entry.exampleLine()).words();
      assertDoesNotThrow(
          () -> ParsedLine.of(entry, words.subList(1, words.size()), workspace),
          entry::exampleLine);
    }
  }

  @Test
  void keepsTheDefaultInItsColumn() {
    Report help = CommandHelp.of(CommandCatalog.standard().find("sample", "./raft"), "./raft");
    assertEquals(
        List.of("--seed N", "42", "seed of every random draw"),
        help.rows().stream()
            .filter(row -> row.get(0).equals("--seed N"))
            .findFirst()
            .orElseThrow());
  }
}
