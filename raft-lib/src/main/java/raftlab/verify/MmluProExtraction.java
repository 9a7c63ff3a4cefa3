package raftlab.verify;

/**
 * The extraction of the official MMLU-Pro script (github.com/TIGER-AI-Lab/MMLU-Pro,
 * evaluate_from_local.py): the first "answer is (X". Its later version goes on to "nswer: X" on the
 * first line that has one, the last there, and then to the last letter that is a word of its own,
 * the article "A" and the pronoun "I" included.
 *
 * <p>Deviations: where the later version finds nothing it guesses an option; here nothing is found.
 * The last letter is looked for in the last 256 Ki characters.
 */
final class MmluProExtraction {

  private static final String IS = "answer is ";
  private static final String COLON = "nswer:";

  private final String text;
  private final String choices;

  MmluProExtraction(String text, String choices) {
    this.text = text;
    this.choices = choices;
  }

  Extraction find(boolean later) {
    for (int at = text.indexOf(IS); at >= 0; at = text.indexOf(IS, at + 1)) {
      int letter = at + IS.length();
      letter = letter < text.length() && text.charAt(letter) == '(' ? letter + 1 : letter;
      if (chosen(letter)) {
        return found(letter, ExtractionRule.MARKER);
      }
    }
    int colon = later ? afterColon() : -1;
    if (colon >= 0) {
      return found(colon, ExtractionRule.MARKER);
    }
    return later ? last() : Extraction.NOTHING;
  }

  private int afterColon() {
    int best = -1;
    int line = text.length();
    for (int at = text.indexOf(COLON); at >= 0 && at < line; at = text.indexOf(COLON, at + 1)) {
      boolean initial = at > 0 && (text.charAt(at - 1) == 'a' || text.charAt(at - 1) == 'A');
      int letter = at + COLON.length();
      while (letter < text.length() && Character.isWhitespace(text.charAt(letter))) {
        letter++;
      }
      if (initial && chosen(letter)) {
        line = best < 0 ? Phrase.lineEnd(text, at, text.length()) : line;
        best = letter;
      }
    }
    return best;
  }

  private Extraction last() {
    int near = AnswerExtractor.near(0, text.length());
    for (int i = text.length() - 1; i >= near; i--) {
      if (chosen(i) && !word(i - 1) && !word(i + 1)) {
        return found(i, ExtractionRule.LETTER);
      }
    }
    return Extraction.NOTHING;
  }

  private boolean chosen(int i) {
    char c = i < text.length() ? text.charAt(i) : ' ';
    return c >= 'A' && c <= 'Z' && choices.indexOf(c) >= 0;
  }

  private boolean word(int i) {
    return i >= 0
        && i < text.length()
        && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_');
  }

  private Extraction found(int i, ExtractionRule rule) {
    return new Extraction(text.substring(i, i + 1), i, i + 1, rule);
  }
}
