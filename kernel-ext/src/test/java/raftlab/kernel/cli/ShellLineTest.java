package raftlab.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import raftlab.core.UserError;

class ShellLineTest {

  private static ShellLine read(String line) {
    return ShellLine.of(List.of(line.split(" ")));
  }

  @Test
  void takesItsOwnOptionsOutOfTheWordsInBothForms() {
    assertEquals(
        new ShellLine(List.of("sample", "r1", "-k", "8"), Format.CSV, Path.of("w"), "-"),
        read("sample --format csv r1 --workspace=w -k 8 --body -"));
  }

  @Test
  void usesTextAndTheFolderOfTheRunsUnlessTold() {
    assertEquals(
        new ShellLine(List.of("status"), Format.TEXT, Path.of(".raft"), null), read("status"));
  }

  @Test
  void leavesWordsToTheCommandThatOnlyLookLikeItsOwn() {
    assertEquals(
        List.of("x", "--formats=csv", "--no-body"), read("x --formats=csv --no-body").tokens());
  }

  @Test
  void answersACallWithoutCommandWithHelp() {
    assertEquals(List.of("help"), ShellLine.of(List.of()).tokens());
    assertEquals(List.of("help"), read("--help").tokens());
  }

  @Test
  void refusesARepeatedOption() {
    UserError e = assertThrows(UserError.class, () -> read("x --format csv --format md"));
    assertEquals("--format is given twice.  Keep one of them.", e.getMessage());
  }

  @Test
  void refusesAnOptionWithoutValue() {
    UserError e = assertThrows(UserError.class, () -> read("x --body"));
    assertEquals("--body has no value.  Write it like --body VALUE.", e.getMessage());
  }

  @Test
  void namesTheNearestFormat() {
    UserError e = assertThrows(UserError.class, () -> read("x --format jsn"));
    assertEquals("no format is called \"jsn\".  Did you mean json?", e.getMessage());
  }
}
