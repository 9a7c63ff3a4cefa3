package raftlab.reward;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;

/**
 * How much a completion looks like text that somebody meant, in [0, 1], whatever the language: the
 * product
 *
 * <pre>
 * printable x varied x unstuttered
 * printable    share of code points that are not control, unassigned, private or replacement signs
 * varied       share of distinct triples among the triples of neighbouring words
 * unstuttered  share of characters outside runs of five or more of the same sign
 * </pre>
 *
 * A rule of this project, without a published source. It punishes the degenerate output on record
 * in card 2 (replies half filled with one sign), not bad style. Empty text is 0. Thread-safe.
 */
public final class ReadabilityReward implements RewardFunction {

  private static final int LONG_RUN = 5;
  private static final int REPLACEMENT = 0xFFFD;

  @Override
  public String name() {
    return "readability";
  }

  @Override
  public Reward score(Prompt prompt, Completion completion) {
    String text = completion.text();
    if (text.isBlank()) {
      return Reward.of(0, "nothing to read");
    }
    double printable = printable(text);
    double varied = varied(text);
    double unstuttered = unstuttered(text);
    return Reward.of(
        printable * varied * unstuttered,
        String.format(
            Locale.ROOT,
            "printable %.2f, varied %.2f, unstuttered %.2f",
            printable,
            varied,
            unstuttered));
  }

  private static double printable(String text) {
    long readable = text.codePoints().filter(ReadabilityReward::isReadable).count();
    return readable / (double) text.codePointCount(0, text.length());
  }

  private static boolean isReadable(int codePoint) {
    if (Character.isWhitespace(codePoint)) {
      return true;
    }
    return codePoint != REPLACEMENT
        && switch (Character.getType(codePoint)) {
          case Character.CONTROL,
              Character.UNASSIGNED,
              Character.PRIVATE_USE,
              Character.SURROGATE ->
              false;
          default -> true;
        };
  }

  private static double varied(String text) {
    String[] words = text.strip().split("\\s+");
    int triples = words.length - 2;
    if (triples < 1) {
      return 1;
    }
    Set<List<String>> distinct = new HashSet<>();
    for (int i = 0; i < triples; i++) {
      distinct.add(List.of(words[i], words[i + 1], words[i + 2]));
    }
    return distinct.size() / (double) triples;
  }

  private static double unstuttered(String text) {
    int stuttered = 0;
    int start = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) != text.charAt(start)) {
        stuttered += i - start >= LONG_RUN ? i - start : 0;
        start = i;
      }
    }
    return 1 - stuttered / (double) text.length();
  }
}
