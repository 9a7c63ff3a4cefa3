package raftlab.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text. */
class VerifierPropertiesTest {

  private static final List<String> PIECES =
      List.of(
          "\\frac",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          "1",
          "23",
          "0",
          ".",
          ",",
          "x",
          "y",
          "+",
          "-",
          "*",
          "/",
          "^",
          "_",
          "\\sqrt",
          "\\pi",
          "\\infty",
          "\\cup",
          "\\{",
          "\\}",
          "=",
          "<",
          "\\le",
          "\\pm",
          "!",
          "|",
          "\\text{km}",
          "\\%",
          "^\\circ",
          "\\$",
          "$",
          " ",
          "\\log",
          "\\sin",
          "\\begin{pmatrix}",
          "\\end{pmatrix}",
          "&",
          "\\\\",
          "and",
          "\\boxed{",
          "#### ",
          "the answer is ",
          ":",
          "30",
          "e5",
          "\u200f",
          "½",
          "\\sum_{k=1}^{9}",
          "\\overline{3}",
          "\\binom",
          "word",
          "7",
          "i");

  private final Verifier verifier = Verifier.of(Profile.DEFAULT);

  @Provide
  Arbitrary<String> answers() {
    return Arbitraries.of(PIECES)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 3000)
  void neverThrowsAndIsSymmetric(@ForAll("answers") String a, @ForAll("answers") String b) {
    Verdict forward = verifier.verifyAnswer(a, b);
    assertNotNull(verifier.verify(a + " \\boxed{" + b, b).outcome());
    assertEquals(forward.equal(), verifier.verifyAnswer(b, a).equal(), () -> a + " against " + b);
  }

  @Property(tries = 2000)
  void isNeverDifferentFromItself(@ForAll("answers") String answer) {
    assertNotEquals(Outcome.DIFFERENT, verifier.verifyAnswer(answer + "1", answer + "1").outcome());
  }

  @Property(tries = 500)
  void tellsNeighbouringIntegersApart(@ForAll long number) {
    String other = java.math.BigInteger.valueOf(number).add(java.math.BigInteger.ONE).toString();
    assertEquals(Outcome.DIFFERENT, verifier.verifyAnswer(Long.toString(number), other).outcome());
  }

  @Property(tries = 300)
  void readsEveryPrefixOfAnAnswer(@ForAll("answers") String answer) {
    String text = "\\frac{1}{2}+" + answer;
    for (int k = 0; k <= text.length(); k++) {
      assertNotNull(verifier.verifyAnswer(text.substring(0, k), "5").outcome());
    }
  }
}
