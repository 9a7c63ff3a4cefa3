package raftlab.kernel.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The traps of the stock kernels' magic parser that our kernel repairs or that are Java's. */
class TrapsTest extends KernelTestCase {

  private static void showsStatus(String cell) {
    assertTrue(execShown(cell).text().startsWith("heap "), cell);
  }

  @Test
  void aCellMagicNeedsNoBodyAndMayStandBelowBlankLinesAndComments() {
    showsStatus("%%raft status");
    showsStatus("%%raft status\n");
    showsStatus("\n\n%%raft status");
    showsStatus("// why\n%%raft status");
  }

  @Test
  void aBareLineShowsItsValueAndAnAssignedOneDoesNot() {
    showsStatus("%raft status");
    showsStatus("int before = 1;\n%raft status\n");
    forgetOutputs();
    assertEquals(
        "heap",
        execSuccess(
            "raftlab.kernel.notebook.Report r = %raft status\nr.headline().substring(0, 4)"));
    assertEquals(0, shown().size());
    assertEquals(
        "true", execSuccess("var v = %raft status\nv instanceof raftlab.kernel.notebook.Report"));
  }

  @Test
  void aSemicolonOrACommentMayEndTheLine() {
    showsStatus("%raft status;");
    showsStatus("%raft status // note");
    assertEquals(
        "raft: `status;` ends in a semicolon inside the line.  Everything to the end of the line"
            + " belongs to the magic.  Write one magic per line, and Java on its own line.",
        execError("%raft status; int x = 3;"));
  }

  @Test
  void aMagicInACommentOrAStringIsLeftAlone() {
    assertNull(execSuccess("// %raft nonsense"));
    assertEquals("a %raft b", execSuccess("\"a %raft b\""));
    assertEquals("x= %raft", execSuccess("String.format(\"x= %s\", \"%raft\")"));
    assertEquals("%raft nonsense\n", execSuccess("\"\"\"\n%raft nonsense\n\"\"\""));
  }

  @Test
  void percentIsJavasElsewhere() {
    assertEquals("x=3", execSuccess("String.format(\"x=%d\", 3)"));
    assertEquals("3", execSuccess("7\n  % 4"));
  }

  @Test
  void quotesAndBackslashesAreReadAsByTheStockKernels() {
    assertTrue(
        execError("%raft status 'exact match'")
            .startsWith("raft: single quotes do not quote: 'exact."));
    assertTrue(execError("%raft status \\boxed{5} --tag \"a b\"").contains("odd backslash"));
    assertEquals(
        "raft: `status` has no use for `boxed{5}`.  See %raft help status.",
        execError("%raft status \\boxed{5}"));
  }

  @Test
  void aCellMagicInsideACellOrOfAnotherNameIsExplained() {
    assertEquals(
        "raft: %%raft stands inside a cell.  Put it at the top of a cell of its own.",
        execError("int a = 1;\n%%raft status"));
    assertEquals(
        "raft: no cell magic is called %%time.  The only one here is %%raft.",
        execError("%%time\n1 + 1"));
    assertTrue(execError("%time 1").contains("The only magic here is %raft"), "no magic of Python");
  }

  @Test
  void aMistakeIsOneBlockWithoutStackAndEndsTheCell() {
    assertEquals(
        "raft: unknown command `sampel`.  Did you mean `sample`?  All commands: %raft help.",
        execError("%raft sampel"));
    assertEquals(
        "raft: unknown option --temprature for `sample`.  Did you mean --temperature?",
        execError("%raft sample --temprature 1"));
    assertEquals("raft: `score` takes no body.  Leave the body out.", execError("%%raft score\nx"));
    assertNull(execSuccess("int after;") == null ? null : "a value");
  }

  @Test
  void badInputIsOneSentence() {
    assertEquals(
        "raft: -k 0 is not a number of completions.  Give 1 or more; group baselines (grpo, rloo)"
            + " need 2.",
        execError("%raft sample -k 0"));
    assertEquals(
        "raft: --keep 1.5 keeps more than there is.  Give a share such as 1/8, or 0 < keep <= 1.",
        execError("%raft select --keep 1.5"));
    assertEquals("raft: no rollouts yet.  Draw some: %raft sample NAME.", execError("%raft score"));
    assertTrue(execError("%raft model m --from no/such/folder").startsWith("raft: "));
    assertTrue(execError("%raft model m --from no/such/folder").contains("no/such/folder"));
    assertTrue(
        execError("%raft status --out /proc/no/out.json")
            .startsWith("raft: cannot write /proc/no/out.json."));
  }

  @Test
  void anErrorOfJavaHasTheFramesOfTheCellAndTheCause() {
    String error =
        execError(
            "void inner() { throw new IllegalStateException(\"outer\", new RuntimeException(\"why\")); }"
                + "\ninner();");
    assertTrue(
        error.startsWith(
            "java.lang.IllegalStateException: outer\ncaused by java.lang.RuntimeException: why\n"),
        error);
    assertTrue(error.contains(".inner("), error);
    assertTrue(!error.contains("CellRunner"), error);
  }

  @Test
  void aRedeclaredVariableOfAnotherTypeReplacesTheOld() {
    execSuccess("int twice = 1;");
    execSuccess("String twice = \"b\";");
    assertEquals("b", execSuccess("twice"));
    execSuccess("%raft status --as twice -q");
    assertEquals("true", execSuccess("twice.headline().startsWith(\"heap\")"));
  }

  @Test
  void classesThatNeedEachOtherAndChangedSignaturesWork() {
    execSuccess(
        "class Even { boolean of(int n) { return n == 0 || new Odd().of(n - 1); } }"
            + "\nclass Odd { boolean of(int n) { return n != 0 && new Even().of(n - 1); } }");
    assertEquals("true", execSuccess("new Even().of(4)"));
    execSuccess("static int f(int x) { return x; }");
    execSuccess("static String f(String x) { return x + x; }");
    assertEquals("aa", execSuccess("f(\"a\")"));
  }
}
