package raftlab.verify;

/** Finds answers that are announced: {@code #### x}, "the answer is x", "Answer: x". */
final class Markers {

  private static final String HASHES = "####";
  private static final String FINAL_ANSWER = "final answer is";
  private static final String CLOSING = "I hope it is correct";

  /** How far before the end a word of another language is looked for. */
  private static final int FOREIGN_REACH = 16_384;

  /** How many marks are looked at, from the last one backwards. */
  private static final int TRIED = 32;

  /** Words for "answer"; without their first letter where that may be capital or small. */
  private static final String[] FOREIGN = {
    "éponse",
    "espuesta",
    "ntwort",
    "isposta",
    "esposta",
    "твет",
    "awaban",
    "Jibu",
    "答案",
    "答え",
    "答复",
    "解答",
    "回答",
    "정답",
    "답변",
    "답",
    "الجواب",
    "الإجابة",
    "إجابة",
    "उत्तर",
    "উত্তর",
    "సమాధానం",
    "คำตอบ",
    "dpowied",
    "áp án",
    "Svar",
    "Cevap",
    "dahun",
    "dáhùn",
    "ṣàyàn"
  };

  private static final String[] VERBS = {"est", "es", "ist", "è", "é", "là", "jest", "هي", "هو"};

  /** How far after the word its colon may stand: "الإجابة الصحيحة هي:". */
  private static final int TO_COLON = 20;

  private Markers() {}

  /** Returns what follows the last usable {@code ####} on its line, or null. */
  static Extraction hashes(String text, int from, int to) {
    int tried = 0;
    for (int at = last(HASHES, text, from, to);
        at >= from && tried < TRIED;
        at = text.lastIndexOf(HASHES, at - 1)) {
      int content = at + HASHES.length();
      int end = Phrase.lineEnd(text, content, to);
      if (answerLike(text, content, end)) {
        return Extraction.trimmed(text, content, end, ExtractionRule.HASHES);
      }
      tried++;
    }
    return null;
  }

  /** The last place of a word, which the quick forward search first looks for anywhere. */
  static int last(String word, String text, int from, int to) {
    int first = text.indexOf(word, from);
    return first < 0 || first + word.length() > to
        ? -1
        : text.lastIndexOf(word, to - word.length());
  }

  /** A heading such as "#### Second step" is no answer. */
  private static boolean answerLike(String text, int from, int to) {
    int start = from;
    while (start < to && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    if (start == to) {
      return false;
    }
    char first = text.charAt(start);
    return Character.isDigit(first)
        || "-+.$\\([{|€£−".indexOf(first) >= 0
        || (first != '#' && oneWord(text, start, to));
  }

  private static boolean oneWord(String text, int from, int to) {
    int end = to;
    while (Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    for (int i = from; i < end; i++) {
      if (text.charAt(i) == ' ') {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns what the closing formula "The final answer is x. I hope it is correct." announces after
   * a place, or null if it does not stand there.
   */
  static Extraction closing(String text, int from, int to) {
    int hope = last(CLOSING, text, from, to);
    int is = hope < 0 ? -1 : text.lastIndexOf(FINAL_ANSWER, hope);
    return is < from ? null : Phrase.read(text, is + FINAL_ANSWER.length(), hope);
  }

  /** Returns what the last announcing phrase announces, or null. */
  static Extraction phrase(String text, int from, int to) {
    Announcements places = new Announcements(text, from, to);
    for (int k = 0; k < TRIED && places.next(); k++) {
      Extraction found = Phrase.read(text, places.content(), to);
      if (found != null) {
        return found;
      }
    }
    return foreign(text, from, to);
  }

  /** Returns what the last such word of another language announces, or null. */
  static Extraction foreign(String text, int from, int to) {
    int near = Math.max(from, to - FOREIGN_REACH);
    int best = -1;
    for (String word : FOREIGN) {
      int at = last(word, text, near, to);
      if (at >= near) {
        best = Math.max(best, foreignContent(text, at + word.length(), to));
      }
    }
    return best < 0 ? null : Phrase.read(text, best, to);
  }

  private static int foreignContent(String text, int after, int to) {
    int i = Phrase.skipDecoration(text, after, to);
    int verb = Phrase.word(text, i, to, VERBS);
    boolean chinese = i < to && "是为為ঃ".indexOf(text.charAt(i)) >= 0;
    int end = Math.min(Phrase.lineEnd(text, i, to), i + TO_COLON);
    for (int k = i; k < end && !Character.isDigit(text.charAt(k)); k++) {
      if (text.charAt(k) == ':' || text.charAt(k) == '：') {
        return k + 1;
      }
    }
    return chinese ? i + 1 : verb > i ? verb : -1;
  }

  static int colon(String text, int from, int to) {
    int i = Phrase.skipDecoration(text, from, to);
    return i < to && (text.charAt(i) == ':' || text.charAt(i) == '：') ? i + 1 : -1;
  }
}
