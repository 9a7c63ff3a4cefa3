package raftlab.kernel.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import raftlab.core.UsageError;

/** Bodies of {@code key: value} lines as options. */
class BodyOptionsTest {

  private static final CommandEntry RUN = CommandCatalog.standard().find("run", "%raft");

  private static List<String> added(String body) {
    return BodyOptions.addTo(List.of("first"), RUN, body);
  }

  @Test
  void everyLineIsAnOptionBehindThoseOfTheLine() {
    assertEquals(
        List.of("first", "--iterations=3", "--num-generations=4", "--n=2", "--drop-solved"),
        added("iterations: 3\n# a comment\n\nk: 4\nn: 2\ndrop-solved: true\nrefill: false\n"));
    assertEquals(List.of("first"), added("  \n"));
  }

  @Test
  void whatIsNoSettingIsNamed() {
    assertEquals(
        "`run` has no setting \"itertions\".  Did you mean iterations?",
        assertThrows(UsageError.class, () -> added("itertions: 3")).getMessage());
    assertEquals(
        "line 2 of the body is not `key: value`: lr 3.  Write one setting per line, without"
            + " nesting.",
        assertThrows(UsageError.class, () -> added("k: 3\nlr 3")).getMessage());
    assertEquals(
        "refill: yes is neither true nor false.  Give one of them.",
        assertThrows(UsageError.class, () -> added("refill: yes")).getMessage());
  }

  @Test
  void aSettingOfBodyAndLineIsGivenTwice() {
    QuietFrontEnd front = new QuietFrontEnd();
    CommandLineRunner runner = new CommandLineRunner(front.workspace(CommandCatalog.standard()));
    assertEquals(
        "--iterations is given twice for `run`.  Keep one of them.",
        assertThrows(
                UsageError.class,
                () -> runner.run(List.of("run", "r", "--iterations", "2"), "iterations: 3"))
            .getMessage());
  }
}
