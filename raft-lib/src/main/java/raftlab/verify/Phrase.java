package raftlab.verify;

/** Reads the answer out of the words that follow an announcement. */
final class Phrase {

  private static final int LONGEST_PROSE = 60;
  private static final String[] CONNECTIVES = {
    " because",
    " since ",
    " (since ",
    " (because ",
    " (as ",
    " as ",
    " which",
    " when ",
    " where ",
    " so ",
    " for ",
    " if ",
    " but ",
    " due to",
    " by "
  };
  private static final String[] OPENERS = {
    "approximately",
    "about",
    "equal to",
    "therefore",
    "thus",
    "simply",
    "just",
    "exactly",
    "then",
    "indeed",
    "also",
    "given by",
    "option",
    "choice",
    "roughly",
    "found to be",
    "still"
  };

  private Phrase() {}

  /**
   * Returns the announced answer that begins at an offset, or null if the words hold none. Looks no
   * further than the longest answer that can be compared.
   */
  static Extraction read(String text, int from, int to) {
    int reach = Math.min(to, from + Budget.ANSWER_CHARS);
    int start = opened(text, skipSpace(text, from, reach), reach);
    if (start >= reach) {
      return null;
    }
    int close = mathEnd(text, start, reach);
    int end = close > 0 ? close : connective(text, start, sentenceEnd(text, start, reach));
    Extraction found =
        Extraction.trimmed(text, start, undecorated(text, start, end), ExtractionRule.MARKER);
    if (!usable(found.text())) {
      return null;
    }
    return close < 0 ? Prose.answer(text, found) : found;
  }

  private static boolean usable(String text) {
    boolean mathematical = false;
    boolean content = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      mathematical |= Character.isDigit(c) || c == '$' || c == '\\' || c == '=';
      content |= Character.isLetterOrDigit(c) || c == '∞' || c == '∅';
    }
    return content && (mathematical || text.length() <= LONGEST_PROSE);
  }

  /** The end of a formula that starts here and fills the announcement, or -1. */
  private static int mathEnd(String text, int start, int to) {
    String close = closing(text, start);
    if (close == null) {
      return -1;
    }
    int end = start + close.length();
    while (end < to && !closes(text, end, close)) {
      end++;
    }
    if (end >= to) {
      return -1;
    }
    int after = end + close.length();
    int line = lineEnd(text, after, to);
    // "$3$ and $5$" goes on after the first formula
    String rest = text.substring(after, Math.min(line, after + 12)).strip();
    boolean goesOn = rest.startsWith("and ") || rest.startsWith("or ") || rest.startsWith(", $");
    return goesOn ? -1 : after;
  }

  private static boolean closes(String text, int at, String close) {
    return text.charAt(at) == close.charAt(0)
        && text.startsWith(close, at)
        && !(close.equals("$") && text.charAt(at - 1) == '\\');
  }

  private static String closing(String text, int start) {
    if (text.startsWith("$$", start)) {
      return "$$";
    }
    if (text.startsWith("\\(", start)) {
      return "\\)";
    }
    if (text.startsWith("\\[", start)) {
      return "\\]";
    }
    return text.startsWith("$", start) ? "$" : null;
  }

  /** A full stop ends the sentence unless a digit or letter follows it at once. */
  private static int sentenceEnd(String text, int start, int to) {
    int end = lineEnd(text, start, to);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      boolean last =
          i + 1 >= end || Character.isWhitespace(text.charAt(i + 1)) || text.charAt(i + 1) == '*';
      if ((c == '.' || c == '!' || c == '?' || c == '。') && last && !halfOfDay(text, start, i)) {
        return i;
      }
    }
    return end;
  }

  private static boolean halfOfDay(String text, int start, int dot) {
    return dot - 1 >= start
        && (text.charAt(dot - 1) == 'm'
            || text.charAt(dot - 1) == 'a'
            || text.charAt(dot - 1) == 'p')
        && (dot < 2 || !Character.isLetter(text.charAt(dot - 2)) || text.charAt(dot - 2) == '.');
  }

  private static int connective(String text, int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (text.charAt(i) == ' ') {
        for (String word : CONNECTIVES) {
          if (text.startsWith(word, i)) {
            return i;
          }
        }
      }
    }
    return end;
  }

  private static int undecorated(String text, int start, int end) {
    int last = end;
    while (last > start && "*_`. \t\r\n".indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    return last;
  }

  private static int opened(String text, int from, int to) {
    int start = skipDecoration(text, from, to);
    int after = word(text, start, to, OPENERS);
    return after > start ? skipDecoration(text, after, to) : start;
  }

  /** Returns the offset after one of the words if it stands here whole, else the offset given. */
  static int word(String text, int at, int to, String[] words) {
    for (String word : words) {
      int end = at + word.length();
      if (text.startsWith(word, at) && (end >= to || !Character.isLetter(text.charAt(end)))) {
        return end;
      }
    }
    return at;
  }

  /** Skips spaces and the marks of bold and italic text. */
  static int skipDecoration(String text, int from, int to) {
    int i = from;
    while (i < to && (text.charAt(i) == ' ' || text.charAt(i) == '*' || text.charAt(i) == '_')) {
      i++;
    }
    return i;
  }

  private static int skipSpace(String text, int from, int to) {
    int i = from;
    while (i < to && (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '*')) {
      i++;
    }
    return i;
  }

  static int lineEnd(String text, int from, int to) {
    int end = text.indexOf('\n', from);
    return end < 0 || end > to ? to : end;
  }
}
