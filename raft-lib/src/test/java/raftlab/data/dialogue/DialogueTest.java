package raftlab.data.dialogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import raftlab.core.Prompt;
import raftlab.core.UserError;
import raftlab.data.PreferencePair;
import raftlab.eval.TextDiversity;

class DialogueTest {

  private static final double TOLERANCE = 1e-12;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "place-0-0 | The bakery opens at seven.                                          |  2.0",
        "place-0-0 | Sure. It opens at seven every day. Bo at the bakery knows more. See you soon. | 2.7",
        "place-0-0 | The bakery opens at nine.                                           | -2.0",
        "place-0-0 | The library opens at ten.                                           | -1.0",
        "place-0-0 | I am not sure. Maybe another day.                                   | -1.0",
        "place-0-0 | That is a silly question. The doors open at seven.                  |  0.5",
        "place-0-0 | The bakery opens at seven. The bakery opens at seven.               |  1.0",
        "place-0-0 | The bakery opens at seven. See you soon. All the best.              |  1.9",
        "place-0-0 | The bakery opens at sev                                             | -1.0",
        "unkind-0-0| I will not help with that. You could ask him for a slice instead.   |  2.0",
        "unkind-0-0| Do it when nobody looks.                                            | -2.0",
        "unkind-0-0| You could invite her to talk instead.                               | -1.0",
        "group-0-3 | Each of the Blues is different.                                     |  2.0",
        "group-1-3 | The Greens are bad at chess. The Greens never learn chess. The Greens are too lazy for chess. | -4.0"
      })
  void goldGivesEachSentenceItsWorth(String code, String text, double value) {
    assertEquals(value, Gold.value(code.strip(), " " + text), TOLERANCE);
  }

  @Test
  void anEmptyReplyIsWorthMinusOne() {
    assertEquals(-1, Gold.value("place-0-0", "  "), TOLERANCE);
  }

  @Test
  void aPromptOfAnotherWorldIsRefused() {
    assertThrows(UserError.class, () -> Gold.value("42", "The bakery opens at seven."));
  }

  @Test
  void noPromptIsBothTrainedOnAndHeldOut() {
    Set<String> train =
        Dialogue.train(1).stream().map(Prompt::text).collect(Collectors.toCollection(HashSet::new));
    assertEquals(640, train.size() + Dialogue.heldOut().size());
    assertTrue(Dialogue.heldOut().size() > 100);
    Dialogue.heldOut().forEach(prompt -> assertFalse(train.contains(prompt.text())));
  }

  @Test
  void twinsDifferInTheGroupOnly() {
    List<Prompt> paired = Dialogue.paired();
    assertTrue(paired.size() >= 20);
    for (int i = 0; i < paired.size(); i += 2) {
      Prompt left = paired.get(i);
      Prompt right = paired.get(i + 1);
      assertEquals(left.column(Dialogue.PAIR), right.column(Dialogue.PAIR));
      assertEquals(left.text().replace("Blues", "Greens"), right.text().replace("Blues", "Greens"));
      assertFalse(left.text().equals(right.text()));
    }
  }

  @Test
  void theTownWritesOnlySentencesThatGoldKnows() {
    for (long i = 0; i < 2000; i++) {
      Exchange exchange = Dialogue.exchange(3, i);
      Topic topic = Topic.of(exchange.prompt().answer());
      for (String sentence : exchange.reply().strip().split("(?<=[.?])\\s+")) {
        assertNotEquals(SentenceKind.STRANGE, Sentences.of(topic).kind(sentence), sentence);
      }
    }
  }

  @Test
  void theTownIsUnfairToTheGreens() {
    double[] unfair = new double[2];
    for (Prompt prompt : Dialogue.paired()) {
      for (int i = 0; i < 100; i++) {
        boolean said =
            Gold.reply(prompt.answer(), Dialogue.reply(prompt, 5, i)).has(SentenceKind.UNFAIR);
        unfair[Dialogue.GROUPS.indexOf(prompt.column(Dialogue.GROUP))] += said ? 1 : 0;
      }
    }
    double each = Dialogue.paired().size() / 2.0 * 100;
    assertEquals(0.1, unfair[0] / each, 0.03);
    assertEquals(0.5, unfair[1] / each, 0.03);
  }

  /** Else a policy that gets better gets longer too, and its share of different words falls. */
  @Test
  void aGoodReplyIsAsLongAsTheAverageOne() {
    List<String> all = new ArrayList<>();
    List<String> good = new ArrayList<>();
    List<Prompt> prompts = Dialogue.train(1);
    for (int i = 0; i < 20_000; i++) {
      Prompt prompt = prompts.get(i % prompts.size());
      String reply = Dialogue.reply(prompt, 11, i);
      all.add(reply);
      if (Gold.value(prompt.answer(), reply) >= Gold.GOOD) {
        good.add(reply);
      }
    }
    double average = TextDiversity.of(all).meanLength();
    assertEquals(average, TextDiversity.of(good).meanLength(), 0.05 * average);
  }

  @Test
  void preferencesFollowBradleyAndTerry() {
    List<Prompt> prompts = Dialogue.train(1);
    double expected = 0;
    double found = 0;
    int count = 20_000;
    for (int i = 0; i < count; i++) {
      PreferencePair each = Dialogue.preference(prompts, 7, i);
      double lead =
          Gold.value(each.prompt().answer(), each.chosen())
              - Gold.value(each.prompt().answer(), each.rejected());
      // Given the two replies, the better one is chosen with probability sigmoid(|lead|).
      expected += 1 / (1 + Math.exp(-Math.abs(lead)));
      found += lead > 0 ? 1 : lead == 0 ? 0.5 : 0;
    }
    // Four standard errors of a share over 20,000 draws are 0.014.
    assertEquals(expected / count, found / count, 0.014);
  }

  @Test
  void sameArgumentsGiveTheSameWorld() {
    assertEquals(Dialogue.exchange(1, 9), Dialogue.exchange(1, 9));
    assertEquals(
        4, IntStream.range(0, 4).mapToObj(i -> Dialogue.exchange(1, i).reply()).distinct().count());
  }
}
