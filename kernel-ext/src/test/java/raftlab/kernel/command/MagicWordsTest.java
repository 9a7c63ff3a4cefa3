package raftlab.kernel.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import raftlab.core.UsageError;

/** One case for each row of the traps of the kernels' magic parser that concerns words. */
class MagicWordsTest {

  @Test
  void stripsOneSemicolonFromTheLastWord() {
    assertWords("sample -k 8;", "sample", "-k", "8");
  }

  @Test
  void dropsALastWordThatIsOnlyASemicolon() {
    assertEquals(
        List.of("show", "--tag", "a b", ";"), HostSplit.of("show --tag \"a b\";"), "the trap");
    assertWords("show --tag \"a b\";", "show", "--tag", "a b");
  }

  @Test
  void refusesASemicolonInsideTheLine() {
    assertRefused("run; int x = 3;", "one magic per line");
  }

  @Test
  void leavesOutACommentAndSaysSo() {
    MagicWords words = MagicWords.split("run // note");
    assertEquals(List.of("run"), words.words());
    assertEquals("left out the comment `// note`", words.note());
  }

  @Test
  void keepsAnAddress() {
    assertWords("data a --from http://x.org", "data", "a", "--from", "http://x.org");
  }

  @Test
  void stripsTheSemicolonBeforeAComment() {
    assertWords("sample -k 8; // eight", "sample", "-k", "8");
  }

  @Test
  void refusesSingleQuotes() {
    assertRefused("show 'exact match'", "double quotes");
  }

  @Test
  void losesEverySecondBackslashInPaths() {
    assertWords("model m \"C:\\data\\m\"", "model", "m", "C:data\\m");
    assertWords("model m \"C:\\\\data\\\\m\"", "model", "m", "C:\\data\\m");
  }

  @Test
  void losesTheBackslashOfLatex() {
    assertWords("x \\boxed{5}", "x", "boxed{5}");
  }

  @Test
  void namesTheBackslashThatMadeAQuoteALetter() {
    assertEquals(
        List.of("x", "boxed{5}", "--tag", "\"a", "b"),
        HostSplit.of("x \\boxed{5} --tag \"a b\""),
        "the trap");
    assertRefused("x \\boxed{5} --tag \"a b\"", "backslash");
  }

  @Test
  void keepsAnEmptyWord() {
    assertWords("show --tag \"\"", "show", "--tag", "");
  }

  @Test
  void acceptsBothFormsOfAnOption() {
    assertWords("x --name=\"a b\" --top-k=4", "x", "--name=a b", "--top-k=4");
  }

  @Test
  void acceptsAnEmptyLine() {
    assertWords("  ");
    assertWords(";");
  }

  private static void assertWords(String line, String... words) {
    MagicWords read = MagicWords.split(line);
    assertEquals(List.of(words), read.words());
  }

  private static void assertRefused(String line, String expected) {
    UsageError refusal = assertThrows(UsageError.class, () -> MagicWords.split(line));
    assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
  }
}
