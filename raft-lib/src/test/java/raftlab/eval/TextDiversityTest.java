package raftlab.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextDiversityTest {

  private static final double TOLERANCE = 1e-12;

  @Test
  void countsWordsAndPairsByHand() {
    // the cat sat .  |  the cat ran .   -> 8 words, 5 kinds; pairs: the-cat twice, cat-sat, sat-.,
    // cat-ran, ran-.
    TextDiversity found = TextDiversity.of(List.of("The cat sat.", "the cat ran."));
    assertEquals(8, found.words());
    assertEquals(5 / 8.0, found.distinct1(), TOLERANCE);
    assertEquals(5 / 6.0, found.distinct2(), TOLERANCE);
    assertEquals(2, found.unique1());
    assertEquals(4, found.unique2());
    assertEquals(4, found.meanLength(), TOLERANCE);
    assertTrue(Double.isNaN(found.msttr100()));
  }

  @Test
  void pairsDoNotCrossTheEndOfAText() {
    TextDiversity found = TextDiversity.of(List.of("a b", "c d"));
    assertEquals(2, found.unique2());
    assertEquals(1, found.distinct2(), TOLERANCE);
  }

  @Test
  void segmentsHaveAHundredWordsAndTheRestIsLeftOut() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      texts.add("w" + i + " same");
    }
    // First segment: 50 words and "same" 50 times -> 51 kinds; second: only "b" -> 1 kind.
    texts.add("b ".repeat(100));
    texts.add("left out ".repeat(40));
    assertEquals((0.51 + 0.01) / 2, TextDiversity.of(texts).msttr100(), TOLERANCE);
  }

  @Test
  void aWordKeepsItsApostropheAndPunctuationIsAWord() {
    assertEquals(
        List.of("my", "sister's", "diary", ",", "no", "!"),
        TextDiversity.words("My sister's diary, NO!"));
  }

  @Test
  void ofNoTextNothingIsKnown() {
    assertTrue(Double.isNaN(TextDiversity.of(List.of()).distinct1()));
  }
}
