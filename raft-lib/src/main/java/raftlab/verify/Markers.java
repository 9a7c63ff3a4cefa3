package raftlab.verify;

/** Finds answers that are announced: {@code #### x}, "the answer is x", "Answer: x". */
final class Markers {

  private static final String HASHES = "####";

  /** How far before the end a word of another language is looked for. */
  private static final int FOREIGN_REACH = 16_384;

  /** How many marks are looked at, from the last one backwards. */
  private static final int TRIED = 32;

  private static final String[] FOREIGN = {
    "Réponse",
    "Respuesta",
    "Antwort",
    "Risposta",
    "Resposta",
    "Ответ",
    "Jawaban",
    "Jibu",
    "答案",
    "答え",
    "回答",
    "정답",
    "답변",
    "الجواب",
    "الإجابة",
    "उत्तर",
    "উত্তর",
    "సమాధానం",
    "คำตอบ",
    "Odpowiedź",
    "Đáp án",
    "Svar",
    "Cevap"
  };

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
        best = Math.max(best, colon(text, at + word.length(), to));
      }
    }
    return best < 0 ? null : Phrase.read(text, best, to);
  }

  static int colon(String text, int from, int to) {
    int i = Phrase.skipDecoration(text, from, to);
    return i < to && (text.charAt(i) == ':' || text.charAt(i) == '：') ? i + 1 : -1;
  }
}
