package raftlab.verify;

/**
 * Finds the chosen letter of a multiple-choice question. A letter counts only if it stands alone:
 * not the first letter of a word, not the article "a", not the pronoun "I".
 */
final class Letters {

  private static final String[] FILLERS = {
    "option", "Option", "choice", "Choice", "letter", "the", "is"
  };

  private final String text;
  private final int from;
  private final int to;
  private final String choices;

  Letters(String text, int from, int to, String choices) {
    this.text = text;
    this.from = from;
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
    Extraction box = new Boxes(text, from, to).last(false);
    if (box == null) {
      return null;
    }
    int letter = leading(box.start(), box.end());
    return letter < 0 ? null : found(letter, ExtractionRule.BOX);
  }

  private Extraction announced() {
    Announcements places = new Announcements(text, from, to);
    while (places.next()) {
      int letter = leading(places.content(), to);
      if (letter >= 0) {
        return found(letter, ExtractionRule.MARKER);
      }
    }
    return foreign();
  }

  private Extraction foreign() {
    Extraction phrase = Markers.foreign(text, from, to);
    if (phrase == null) {
      return null;
    }
    int letter = leading(phrase.start(), phrase.end());
    return letter < 0 ? null : found(letter, ExtractionRule.MARKER);
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
    while (i < end) {
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
    for (int i = to - 1; i >= from; i--) {
      if (chosen(i) && standsAlone(i) && !article(i)) {
        return found(i, ExtractionRule.LETTER);
      }
    }
    return null;
  }

  private boolean chosen(int i) {
    char c = text.charAt(i);
    return c >= 'A' && c <= 'Z' && choices.indexOf(c) >= 0;
  }

  private boolean standsAlone(int i) {
    boolean before = i == 0 || !wordPart(text.charAt(i - 1)) || text.charAt(i - 1) == '_';
    return before && (i + 1 >= text.length() || !wordPart(text.charAt(i + 1)));
  }

  private static boolean wordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '\'' || c == '’';
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
        && !text.startsWith("is ", i + 2);
  }

  private Extraction found(int i, ExtractionRule rule) {
    return new Extraction(text.substring(i, i + 1), i, i + 1, rule);
  }
}
