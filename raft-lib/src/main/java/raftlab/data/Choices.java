package raftlab.data;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import raftlab.core.Checks;
import raftlab.core.Seeds;

/**
 * The options of a multiple-choice question in the order they are shown, lettered from A.
 *
 * @param options their texts, at most 26
 */
public record Choices(List<String> options) {

  private static final int LETTERS = 26;

  public Choices {
    options = List.copyOf(options);
    int count = options.size();
    Checks.that(count <= LETTERS, () -> count + " options have no letters");
  }

  /** Returns the letter of an option, from 0. */
  public static String letter(int option) {
    return String.valueOf((char) ('A' + option));
  }

  /** Returns the options one per line: {@code A. text}. */
  public String listed() {
    StringJoiner lines = new StringJoiner("\n");
    for (int i = 0; i < options.size(); i++) {
      lines.add(letter(i) + ". " + options.get(i));
    }
    return lines.toString();
  }

  /** A question's options with the letter of the right one. */
  public record Keyed(Choices choices, String answer) {}

  /**
   * Puts options into an order decided by a seed.
   *
   * @param right the place of the right option before
   */
  public static Keyed shuffled(List<String> options, int right, long seed) {
    int[] order = Seeds.permutation(options.size(), seed);
    List<String> shown = new ArrayList<>();
    String answer = "";
    for (int place = 0; place < order.length; place++) {
      shown.add(options.get(order[place]));
      answer = order[place] == right ? letter(place) : answer;
    }
    return new Keyed(new Choices(shown), answer);
  }
}
