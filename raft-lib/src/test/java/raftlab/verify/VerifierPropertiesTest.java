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

  @Provide
  Arbitrary<String> towers() {
    Arbitrary<String> bases = Arbitraries.of("2", "t", "(3t-2)", "7", "e", "1+x", "\\sin x");
    return Arbitraries.integers()
        .between(2, 99)
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .flatMap(powers -> bases.map(base -> tower(base, powers)));
  }

  private static String tower(String base, List<Integer> powers) {
    StringBuilder text = new StringBuilder(base);
    powers.forEach(power -> text.append("^{").append(power));
    return text.append("}".repeat(powers.size())).toString();
  }

  /** Towers of one base and several heights differ or are undecided, whichever is the gold. */
  @Property(tries = 500)
  void neverTakesOneTowerForAnother(@ForAll("towers") String a, @ForAll("towers") String b) {
    Outcome forward = verifier.verifyAnswer(a, b).outcome();
    assertEquals(forward, verifier.verifyAnswer(b, a).outcome(), () -> a + " against " + b);
    String higher = a.replace("}", "+1}");
    assertNotEquals(
        Outcome.EQUAL, verifier.verifyAnswer(a, higher).outcome(), () -> a + " against " + higher);
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
