package raftlab.verify;

/** The fallback for a response without any mark: a formula that ends it, else the last number. */
final class LastFormula {

  private static final int LONGEST = 400;

  private LastFormula() {}

  static Extraction find(String text, int from, int to) {
    int end = to;
    while (end > from && trailing(text.charAt(end - 1))) {
      end--;
    }
    Extraction display = display(text, from, end);
    return display != null ? display : number(text, from, to);
  }

  private static boolean trailing(char c) {
    return c <= ';'
        && (c == ' ' || c == '\n' || c == '.' || c == ',' || c == ';' || c == '*' || c == '\r'
            || c == '\t');
  }

  private static Extraction display(String text, int from, int end) {
    Extraction found = between(text, from, end, "\\[", "\\]");
    found = found != null ? found : between(text, from, end, "\\(", "\\)");
    found = found != null ? found : between(text, from, end, "$$", "$$");
    return found != null ? found : between(text, from, end, "$", "$");
  }

  private static Extraction between(String text, int from, int end, String open, String close) {
    int stop = end - close.length();
    if (stop <= from || !text.startsWith(close, stop)) {
      return null;
    }
    int start = text.lastIndexOf(open, stop - 1);
    if (start < from || stop - start > LONGEST || start + open.length() >= stop) {
      return null;
    }
    int content = lastSide(text, start + open.length(), stop);
    Extraction found = Extraction.trimmed(text, content, stop, ExtractionRule.DISPLAY);
    return found.text().isEmpty() ? null : found;
  }

  /** A chain of calculation gives its last side; a single equation is kept whole. */
  private static int lastSide(String text, int start, int end) {
    int first = text.indexOf('=', start);
    int last = text.lastIndexOf('=', end - 1);
    boolean calculation =
        first >= start && last < end && (last > first || hasDigit(text, start, first));
    return calculation && last > start ? last + 1 : start;
  }

  private static boolean hasDigit(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static Extraction number(String text, int from, int to) {
    int last = to - 1;
    while (last >= from && !ascii(text.charAt(last))) {
      last--;
    }
    if (last < from) {
      return null;
    }
    Extraction formula = around(text, from, to, last);
    if (formula != null) {
      return formula;
    }
    int start = last;
    while (start > from && numberPart(text, start - 1)) {
      start--;
    }
    if (start > from && signed(text, from, start - 1)) {
      start--;
    }
    int end = last + 1 < to && text.charAt(last + 1) == '%' ? last + 2 : last + 1;
    return Extraction.trimmed(text, start, end, ExtractionRule.LAST_NUMBER);
  }

  /** The number may be part of a formula between dollar signs on its line. */
  private static Extraction around(String text, int from, int to, int digit) {
    int line = Math.max(from, text.lastIndexOf('\n', digit) + 1);
    int open = -1;
    for (int i = text.indexOf('$', line); i >= 0 && i < digit; i = text.indexOf('$', i + 1)) {
      open = open < 0 ? i : -1;
    }
    int close = text.indexOf('$', digit);
    boolean formula =
        open >= 0 && close > 0 && close < to && close <= Phrase.lineEnd(text, digit, to);
    if (!formula || close - open > LONGEST || text.charAt(close - 1) == ' ') {
      return null;
    }
    int content = lastSide(text, open + 1, close);
    return Extraction.trimmed(text, content, close, ExtractionRule.LAST_NUMBER);
  }

  private static boolean numberPart(String text, int i) {
    char c = text.charAt(i);
    if (ascii(c)) {
      return true;
    }
    boolean digitBefore = i > 0 && ascii(text.charAt(i - 1));
    boolean digitAfter = i + 1 < text.length() && ascii(text.charAt(i + 1));
    if (c == '.') {
      return digitAfter;
    }
    if (c == ',') {
      return digitBefore && grouped(text, i + 1);
    }
    return c == '/' && digitBefore && digitAfter;
  }

  private static boolean grouped(String text, int i) {
    for (int k = 0; k < 3; k++) {
      if (i + k >= text.length() || !ascii(text.charAt(i + k))) {
        return false;
      }
    }
    return i + 3 >= text.length() || !ascii(text.charAt(i + 3));
  }

  private static boolean signed(String text, int from, int i) {
    char c = text.charAt(i);
    boolean minus = c == '-' || c == '−';
    return minus && (i == from || standsBefore(text.charAt(i - 1)));
  }

  /** A minus after a value is a difference, after anything else a sign. */
  private static boolean standsBefore(char c) {
    return !Character.isLetterOrDigit(c) && ")]}-".indexOf(c) < 0;
  }

  private static boolean ascii(char c) {
    return c >= '0' && c <= '9';
  }
}
