package raftlab.verify;

/**
 * Finds the chosen letter of a multiple-choice question. A letter counts only if it stands alone:
 * not the first letter of a word, not the article "a", not the pronoun "I".
 */
final class Letters {

  private static final int CLAUSE = 60;

  /** How much may stand between an announcement and its letter. */
  private static final int DECORATION = 80;

  /** From here on the scripts write words without spaces between them. */
  private static final char CJK = '\u2E80';

  private static final String[] LINKS = {" and ", ", ", " or ", " & "};
  private static final String[] NOUNS = {"option ", "Option ", "choice ", "Choice "};

  /** The letters of other scripts that number choices, by their place. */
  private static final String[] FOREIGN = {"أبجد", "কখগঘ", "অবডঢ"};

  private static final String[] FILLERS = {
    "option", "Option", "choice", "Choice", "letter", "the", "is"
  };

  /** How many announcements are looked at, from the last one backwards. */
  private static final int TRIED = 1_000;

  private final String text;
  private final int from;
  private final int near;
  private final int to;
  private final String choices;

  Letters(String text, int from, int to, String choices) {
    this.text = text;
    this.from = from;
    this.near = AnswerExtractor.near(from, to);
    this.to = to;
    this.choices = choices;
  }

  /** Returns the letter of the last announcement or box that holds one, or null. */
  Extraction marked() {
    Extraction announced = announced();
    Extraction box = boxed();
    if (announced == null || box == null) {
      return announced == null ? box : announced;
    }
    return announced.start() > box.start() ? announced : box;
  }

  private Extraction boxed() {
    Extraction box = Boxes.last(text, from, to, Rules.FarBoxes.LAST);
    if (box == null) {
      return null;
    }
    int letter = leading(box.start(), box.end());
    letter = letter < 0 ? inClause(box.start(), box.end()) : letter;
    return letter < 0 ? null : found(letter, ExtractionRule.BOX);
  }

  private Extraction announced() {
    Announcements places = new Announcements(text, near, to);
    for (int k = 0; k < TRIED && places.next(); k++) {
      int letter = leading(places.content(), to);
      if (letter >= 0 && severalFrom(letter)) {
        return new Extraction("", letter, letter, ExtractionRule.MARKER);
      }
      letter = letter < 0 ? inClause(places.content(), to) : letter;
      if (letter >= 0) {
        return found(letter, ExtractionRule.MARKER);
      }
    }
    return foreign();
  }

  /** "A and B" and "A, C" name two choices where one was asked for. */
  private boolean severalFrom(int first) {
    for (String link : LINKS) {
      int next = first + 1 + link.length();
      boolean joined =
          text.startsWith(link, first + 1) && next < to && chosen(next) && standsAlone(next);
      boolean end = next + 1 >= to || "*.)\n\r".indexOf(text.charAt(next + 1)) >= 0;
      if (joined && end && wide(text.charAt(next)) != wide(text.charAt(first))) {
        return true;
      }
    }
    return false;
  }

  private Extraction foreign() {
    Extraction phrase = Markers.foreign(text, near, to);
    if (phrase == null) {
      return null;
    }
    int letter = leading(phrase.start(), phrase.end());
    return letter < 0 ? null : found(letter, ExtractionRule.MARKER);
  }

  /**
   * Returns the first letter that stands alone in a clause of words, as in "for sure D", or -1. A
   * clause that says "not" or calculates with letters names none.
   */
  private int inClause(int start, int end) {
    int reach = Math.min(end, start + CLAUSE);
    for (int i = start; i < reach; i++) {
      char c = text.charAt(i);
      if (".,;:\n=+^<>\\".indexOf(c) >= 0 || text.startsWith(" not ", i)) {
        return -1;
      }
      if (chosen(i) && standsAlone(i) && !article(i)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the letter that begins the response and is set off, as in "C. It cannot be A". */
  private Extraction opening() {
    int i = from;
    int begun = Math.min(to, from + CLAUSE);
    while (i < begun && " \t\n*_(".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    boolean setOff =
        i + 1 < to && chosen(i) && standsAlone(i) && (").:。".indexOf(text.charAt(i + 1)) >= 0);
    return setOff && !listed(i) ? found(i, ExtractionRule.LETTER) : null;
  }

  /** Whether another choice is set off in the same way: then the choices are gone through. */
  private boolean listed(int first) {
    int reach = Math.min(to, first + Budget.REACH_CHARS);
    for (int i = first + 2; i + 1 < reach; i++) {
      if (chosen(i) && text.charAt(i + 1) == text.charAt(first + 1) && standsAlone(i)) {
        boolean end = i + 2 >= to;
        return !end;
      }
    }
    return false;
  }

  /**
   * Returns the letter that begins the text, as {@code (D)} and {@code D: the words} do, or null.
   */
  Extraction leading() {
    int letter = leading(from, to);
    return letter < 0 ? null : found(letter, ExtractionRule.BARE);
  }

  /** Returns the place of the letter that begins a stretch, after brackets and wrappers, or -1. */
  private int leading(int start, int end) {
    int i = start;
    int reach = Math.min(end, start + DECORATION);
    while (i < reach) {
      int wrapper = wrapperEnd(i, end);
      if (wrapper > i) {
        i = wrapper;
      } else if (" \t\n*_$([{:\"'`".indexOf(text.charAt(i)) >= 0) {
        i++;
      } else {
        break;
      }
    }
    return i < end && chosen(i) && standsAlone(i) && !article(i) ? i : -1;
  }

  private int wrapperEnd(int i, int end) {
    if (text.charAt(i) == '\\') {
      int j = i + 1;
      while (j < end && Character.isLetter(text.charAt(j))) {
        j++;
      }
      return j < end && text.charAt(j) == '{' ? j + 1 : i + 1 == j ? j + 1 : i;
    }
    return Phrase.word(text, i, end, FILLERS);
  }

  /** Returns the last letter that stands alone, or null. */
  Extraction last() {
    Extraction opening = opening();
    if (opening != null) {
      return opening;
    }
    int named = named();
    if (named >= 0) {
      return found(named, ExtractionRule.LETTER);
    }
    for (int i = to - 1; i >= near; i--) {
      if (chosen(i) && standsAlone(i) && !article(i)) {
        return found(i, ExtractionRule.LETTER);
      }
    }
    return null;
  }

  private boolean chosen(int i) {
    char c = wide(text.charAt(i));
    return c >= 'A' && c <= 'Z' && choices.indexOf(c) >= 0;
  }

  /** The Latin letter of a full-width one, or of one of another script. */
  private static char wide(char c) {
    if (c < 0x600 || (c > 0x9FF && c < 'Ａ')) {
      return c;
    }
    for (String letters : FOREIGN) {
      int at = letters.indexOf(c);
      if (at >= 0) {
        return (char) ('A' + at);
      }
    }
    return c >= 'Ａ' && c <= 'Ｚ' ? (char) ('A' + c - 'Ａ') : c;
  }

  private boolean standsAlone(int i) {
    boolean before = i == 0 || !wordPart(text.charAt(i - 1)) || text.charAt(i - 1) == '_';
    return before && (i + 1 >= text.length() || !wordPart(text.charAt(i + 1)));
  }

  private static boolean wordPart(char c) {
    return (Character.isLetterOrDigit(c) && c < CJK) || c == '\'' || c == '’';
  }

  /**
   * "A careful reading" and "I think" are words: a letter followed by a space and a small letter.
   */
  private boolean article(int i) {
    char c = text.charAt(i);
    return (c == 'A' || c == 'I')
        && i + 2 < text.length()
        && text.charAt(i + 1) == ' '
        && Character.isLowerCase(text.charAt(i + 2))
        && !text.startsWith("is ", i + 2)
        && !text.startsWith("and ", i + 2)
        && !text.startsWith("or ", i + 2);
  }

  /** Returns the last letter that the word "option" or "choice" stands before, or -1. */
  private int named() {
    String end = text.substring(near, to); // so that no search leaves it
    int best = -1;
    for (String word : NOUNS) {
      int at =
          end.contains(word) ? end.lastIndexOf(word) : -1; // the forward search is the quick one
      for (int k = 0; k < TRIED && at >= 0 && best < near + at; k++) {
        int letter = leading(near + at + word.length(), to);
        best = letter < 0 ? best : Math.max(best, letter);
        at = end.lastIndexOf(word, at - 1);
      }
    }
    return best;
  }

  private Extraction found(int i, ExtractionRule rule) {
    return new Extraction(String.valueOf(wide(text.charAt(i))), i, i + 1, rule);
  }
}
