package raftlab.verify;

import java.util.Set;

/** A response that is a formula in plain text and nothing else: {@code -2+sqrt(7)}, {@code x<4}. */
final class PlainFormula {

  private static final int LONGEST = 200;
  private static final int STEPS = 2_000;

  /** What only formulas have; a number alone is read with more care elsewhere. */
  private static final String SIGNS = "+*/^<>()[]";

  private static final Set<String> WORDS = Set.of("and", "or", "pi", "oo", "inf");

  private PlainFormula() {}

  /** Returns the whole stretch where it reads as a formula, or null. */
  static Extraction find(String text, int from, int to) {
    if (to - from > LONGEST) {
      return null;
    }
    Extraction whole = Extraction.trimmed(text, from, to, ExtractionRule.DISPLAY);
    String formula = whole.text();
    return worded(formula) || !signed(formula) || bullet(formula) || !readable(formula)
        ? null
        : whole;
  }

  /** Holds words that belong to no formula, or signs of LaTeX, which has its own rules. */
  private static boolean worded(String formula) {
    int start = -1;
    for (int i = 0; i <= formula.length(); i++) {
      char c = i < formula.length() ? formula.charAt(i) : ' ';
      if ("\n\\$=:".indexOf(c) >= 0) {
        return true;
      }
      if (Character.isLetter(c)) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        String word = formula.substring(start, i);
        if (word.length() > 1 && !WORDS.contains(word) && !Functions.isFunction(word)) {
          return true;
        }
        start = -1;
      }
    }
    return false;
  }

  private static boolean signed(String formula) {
    for (int i = 1; i < formula.length(); i++) {
      if (SIGNS.indexOf(formula.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** A mark of a list: "* 5", "1) 5", "(b) 5", "> 5". */
  private static boolean bullet(String formula) {
    int close = formula.indexOf(')');
    boolean label = close >= 0 && close <= 3 && formula.startsWith(" ", close + 1);
    return label || ("*+>-".indexOf(formula.charAt(0)) >= 0 && formula.startsWith(" ", 1));
  }

  private static boolean readable(String formula) {
    try {
      return Parser.parse(Normaliser.normalise(formula, false), new Budget(STEPS)) != null;
    } catch (Budget.Exceeded e) {
      return false;
    }
  }
}
