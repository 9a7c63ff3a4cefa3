package raftlab.verify;

/** The fallback for a response without any mark: a formula that ends it, else the last number. */
final class LastFormula {

  private static final int LONGEST = 400;
  private static final int SHORT = 200;
  private static final String[] PERCENT = {"%", "\\%", "percentage", "percent", "pct"};

  private LastFormula() {}

  static Extraction find(String text, int from, int to, boolean decimalComma) {
    int end = to;
    while (end > from && trailing(text.charAt(end - 1))) {
      end--;
    }
    Extraction display = display(text, from, end);
    if (display != null) {
      return display;
    }
    Extraction whole = whole(text, from, to);
    whole = whole != null ? whole : PlainFormula.find(text, from, to);
    return whole != null ? whole : number(text, from, to, decimalComma);
  }

  /** A response of one short line that holds no words is a formula. */
  private static Extraction whole(String text, int from, int to) {
    boolean formula = text.indexOf('\\', from) >= 0 || text.indexOf('=', from) >= 0;
    if (to - from > SHORT || !formula) {
      return null;
    }
    int letters = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '$') {
        return null;
      }
      if (c == '\\') {
        i = macroEnd(text, i + 1, to) - 1;
        letters = 0;
      } else {
        letters = Character.isLetter(c) ? letters + 1 : 0;
      }
      if (letters > 2) {
        return null;
      }
    }
    Extraction found =
        Extraction.trimmed(text, LastSide.of(text, from, to), to, ExtractionRule.DISPLAY);
    return found.text().isEmpty() || found.text().charAt(0) == '}' ? null : found;
  }

  private static int macroEnd(String text, int from, int to) {
    int end = from;
    while (end < to && Character.isLetter(text.charAt(end))) {
      end++;
    }
    boolean words = Macros.TEXT.contains(text.substring(from, end));
    int close = words ? text.indexOf('}', end) : -1;
    return close < 0 || close >= to ? Math.max(end, from) : close + 1;
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
    int content = LastSide.of(text, start + open.length(), stop);
    Extraction found = Extraction.trimmed(text, content, stop, ExtractionRule.DISPLAY);
    return found.text().isEmpty() ? null : found;
  }

  private static Extraction number(String text, int from, int to, boolean decimalComma) {
    int last = to - 1;
    while (last >= from && (!digit(text.charAt(last)) || insideWord(text, from, last, to))) {
      last--;
    }
    if (last < from) {
      return null;
    }
    Extraction formula = around(text, from, to, last);
    formula = formula == null ? UprightFormula.around(text, from, to, last) : formula;
    if (formula != null) {
      return formula;
    }
    int start = last;
    while (start > from
        && (numberPart(text, start - 1) || (decimalComma && comma(text, start - 1)))) {
      start--;
    }
    if (start > from && signed(text, from, start - 1)) {
      start--;
    }
    return Extraction.trimmed(text, start, percent(text, last + 1, to), ExtractionRule.LAST_NUMBER);
  }

  /** Passes over a percent sign or word after a number. */
  private static int percent(String text, int end, int to) {
    int at = end < to && text.charAt(end) == ' ' ? end + 1 : end;
    for (String written : PERCENT) {
      int stop = at + written.length();
      boolean there = stop <= to && text.startsWith(written, at);
      if (there && (stop == to || !Character.isLetterOrDigit(text.charAt(stop)))) {
        return stop;
      }
    }
    return end;
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
    int content = LastSide.of(text, open + 1, close);
    return Extraction.trimmed(text, content, close, ExtractionRule.LAST_NUMBER);
  }

  /** "K2B" is a name: its digit has letters on both sides. */
  private static boolean insideWord(String text, int from, int digit, int to) {
    int start = digit;
    while (start > from && ascii(text.charAt(start - 1))) {
      start--;
    }
    return start > from
        && digit + 1 < to
        && letter(text.charAt(start - 1))
        && letter(text.charAt(digit + 1));
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean numberPart(String text, int i) {
    char c = text.charAt(i);
    if (digit(c)) {
      return true;
    }
    boolean digitBefore = i > 0 && ascii(text.charAt(i - 1));
    boolean digitAfter = i + 1 < text.length() && ascii(text.charAt(i + 1));
    if (c == '.') {
      return digitAfter;
    }
    if (c == ',' || c == ' ') {
      return digitBefore && grouped(text, i + 1) && (c == ',' || leading(text, i));
    }
    if (c == ':') {
      return digitBefore
          && digitAfter
          && !grouped(text, i + 1)
          && i + 2 < text.length()
          && ascii(text.charAt(i + 2)); // a time of day
    }
    return c == '/' && digitBefore && digitAfter;
  }

  private static boolean comma(String text, int i) {
    return text.charAt(i) == ',' && i > 0 && ascii(text.charAt(i - 1)) && ascii(text.charAt(i + 1));
  }

  /** Groups after spaces begin with one to three digits that stand alone: {@code 12 500}. */
  private static boolean leading(String text, int space) {
    int start = space;
    while (start > 0 && ascii(text.charAt(start - 1))) {
      start--;
    }
    boolean apart = start == 0 || " \n".indexOf(text.charAt(start - 1)) >= 0;
    return space - start <= 3 && apart && text.charAt(start) != '0';
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

  /** A digit, or a fraction in one sign. */
  private static boolean digit(char c) {
    return ascii(c) || (c >= '¼' && c <= '¾') || (c >= '⅐' && c <= '⅞');
  }

  private static boolean ascii(char c) {
    return c >= '0' && c <= '9';
  }
}
