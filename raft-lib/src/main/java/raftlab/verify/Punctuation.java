package raftlab.verify;

/** Commas and full stops around and inside numbers. */
final class Punctuation {

  private static final String ABOUT = "\\approx";

  private Punctuation() {}

  /** Returns the text without punctuation at its end. */
  static String trimmed(StringBuilder text) {
    int start = 0;
    int end = text.length();
    boolean led = end > 1 && (text.charAt(0) == '=' || text.charAt(0) == ':');
    while (end > start && end > 1 && ".,;: \"“”*".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    while (end > 2 && text.charAt(end - 1) == '\\' && text.charAt(end - 2) == '\\') {
      end -= 2; // the line break after an answer
    }
    start = led ? 1 : text.indexOf(ABOUT) == 0 ? ABOUT.length() : 0;
    while (start < end && ", ;:\"“”*".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return text.substring(start, end);
  }

  /** Returns a cell without space and commas around it. */
  static String bare(String cell) {
    return trimmed(new StringBuilder(cell.strip()));
  }

  /** Returns whether exactly three digits stand here. */
  static boolean threeDigits(CharSequence text, int at) {
    for (int k = 0; k < 3; k++) {
      if (at + k >= text.length() || !Character.isDigit(text.charAt(at + k))) {
        return false;
      }
    }
    return at + 3 >= text.length() || !Character.isDigit(text.charAt(at + 3));
  }
}
