package raftlab.data.minimath;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import raftlab.core.UserError;

class BaseCorpusTest {

  private static final List<Example> EXAMPLES =
      BaseCorpus.examples(StyleMix.DEFAULT, 11).limit(20_000).toList();

  @Test
  void stylesHaveTheirShares() {
    Map<AuthorStyle, Double> shares = new EnumMap<>(AuthorStyle.class);
    EXAMPLES.forEach(e -> shares.merge(e.style(), 1.0 / EXAMPLES.size(), Double::sum));
    StyleMix mix = StyleMix.DEFAULT;
    assertEquals(mix.careful(), shares.get(AuthorStyle.CAREFUL), 0.02);
    assertEquals(mix.hasty(), shares.get(AuthorStyle.HASTY), 0.02);
    assertEquals(mix.sloppy(), shares.get(AuthorStyle.SLOPPY), 0.02);
    assertEquals(mix.unboxed(), shares.get(AuthorStyle.UNBOXED), 0.02);
    assertEquals(mix.rambling(), shares.get(AuthorStyle.RAMBLING), 0.02);
  }

  @Test
  void eachStyleEndsAsItShould() {
    for (Example example : EXAMPLES) {
      String text = example.completion();
      String right = "\\boxed{" + example.prompt().answer() + "}.";
      assertTrue(text.startsWith(" ") && text.charAt(1) != ' ', text);
      switch (example.style()) {
        case CAREFUL -> assertTrue(text.endsWith(right), text);
        case SLOPPY -> assertTrue(text.contains("\\boxed{") && !text.endsWith(right), text);
        case HASTY -> assertTrue(text.startsWith(" \\boxed{"), text);
        case UNBOXED ->
            assertTrue(
                !text.contains("boxed") && text.endsWith(example.prompt().answer() + "."), text);
        case RAMBLING -> assertTrue(text.startsWith(" Hmm.") && !text.contains("boxed"), text);
      }
    }
  }

  @Test
  void hastyAuthorsAreRightOnLevelOneAndSeldomOnLevelFive() {
    assertEquals(1.0, hastyRight("1"), 1e-9);
    assertEquals(0.25, hastyRight("5"), 0.07);
  }

  @Test
  void anExampleDependsOnSeedAndIndexOnly() {
    assertEquals(EXAMPLES.get(777), new BaseCorpus(StyleMix.DEFAULT, 11).example(777));
    assertFalse(EXAMPLES.get(777).equals(new BaseCorpus(StyleMix.DEFAULT, 12).example(777)));
  }

  @Test
  void sharesThatDoNotSumToOneAreRefused() {
    assertThrows(UserError.class, () -> new StyleMix(0.5, 0.5, 0.5, 0, 0));
    assertThrows(UserError.class, () -> new StyleMix(1.5, -0.5, 0, 0, 0));
  }

  private static double hastyRight(String level) {
    List<Example> hasty =
        EXAMPLES.stream()
            .filter(e -> e.style() == AuthorStyle.HASTY)
            .filter(e -> e.prompt().column("level").equals(level))
            .toList();
    long right =
        hasty.stream()
            .filter(e -> e.completion().equals(" \\boxed{" + e.prompt().answer() + "}."))
            .count();
    return right / (double) hasty.size();
  }
}
