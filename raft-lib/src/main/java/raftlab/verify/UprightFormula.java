package raftlab.verify;

import java.util.Set;

/**
 * A formula of LaTeX in running text without dollar signs, found from its last digit: {@code The
 * probability is \dfrac{2}{3}.}
 */
final class UprightFormula {

  private static final int LONGEST = 200;
  private static final Set<String> MACROS = Set.of("frac", "dfrac", "tfrac", "cfrac", "sqrt");

  private UprightFormula() {}

  /**
   * Returns the fraction or root that ends with a digit's brace group, with its sign and the number
   * before it; null if the digit stands in none.
   */
  static Extraction around(String text, int from, int to, int digit) {
    if (digit + 1 >= to || text.charAt(digit + 1) != '}') {
      return null;
    }
    int start = digit + 2;
    int least = Math.max(from, start - LONGEST);
    while (start > least && text.charAt(start - 1) == '}') {
      start = groupStart(text, least, start - 1);
      if (start < 0) {
        return null;
      }
    }
    int name = start;
    while (name > least && Character.isLetter(text.charAt(name - 1))) {
      name--;
    }
    boolean macro =
        name > least
            && text.charAt(name - 1) == '\\'
            && MACROS.contains(text.substring(name, start));
    return macro
        ? Extraction.trimmed(
            text, coefficient(text, least, name - 1), digit + 2, ExtractionRule.LAST_NUMBER)
        : null;
  }

  private static int groupStart(String text, int least, int close) {
    int depth = 0;
    for (int i = close; i >= least; i--) {
      char c = text.charAt(i);
      depth += c == '}' ? 1 : c == '{' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static int coefficient(String text, int least, int macro) {
    int start = macro;
    while (start > least && Character.isDigit(text.charAt(start - 1))) {
      start--;
    }
    boolean signed =
        start > least
            && text.charAt(start - 1) == '-'
            && (start - 1 == least || " $(=".indexOf(text.charAt(start - 2)) >= 0);
    return signed ? start - 1 : start;
  }
}
