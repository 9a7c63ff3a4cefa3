package raftlab.verify;

/** Finds answers that are announced: {@code #### x}, "the answer is x", "Answer: x". */
final class Markers {

  private static final String HASHES = "####";
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
    int at = text.lastIndexOf(HASHES, to - 1);
    while (at >= from) {
      int end = Phrase.lineEnd(text, at, to);
      Extraction found = Extraction.trimmed(text, at + HASHES.length(), end, ExtractionRule.HASHES);
      if (answerLike(found.text())) {
        return found;
      }
      at = text.lastIndexOf(HASHES, at - 1);
    }
    return null;
  }

  /** A heading such as "#### Second step" is no answer. */
  private static boolean answerLike(String text) {
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    return Character.isDigit(first)
        || "-+.$\\([{|€£−".indexOf(first) >= 0
        || (first != '#' && text.indexOf(' ') < 0);
  }

  /** Returns what the last announcing phrase announces, or null. */
  static Extraction phrase(String text, int from, int to) {
    int at = text.lastIndexOf("nswer", to - 1);
    int upper = text.lastIndexOf("NSWER", to - 1);
    while (at > from || upper > from) {
      int nearest = Math.max(at, upper);
      int content = announced(text, nearest + 5, to);
      if (content >= 0 && initial(text.charAt(nearest - 1))) {
        Extraction found = Phrase.read(text, content, to);
        if (found != null) {
          return found;
        }
      }
      if (nearest == at) {
        at = text.lastIndexOf("nswer", at - 1);
      } else {
        upper = text.lastIndexOf("NSWER", upper - 1);
      }
    }
    return foreign(text, from, to);
  }

  private static boolean initial(char c) {
    return c == 'a' || c == 'A';
  }

  private static Extraction foreign(String text, int from, int to) {
    int best = -1;
    for (String word : FOREIGN) {
      int at = text.lastIndexOf(word, to - 1);
      if (at >= from && at + word.length() < to) {
        int content = colon(text, at + word.length(), to);
        best = Math.max(best, content);
      }
    }
    return best < 0 ? null : Phrase.read(text, best, to);
  }

  private static int colon(String text, int from, int to) {
    int i = Phrase.skipDecoration(text, from, to);
    return i < to && (text.charAt(i) == ':' || text.charAt(i) == '：') ? i + 1 : -1;
  }

  /** Returns where the announced answer begins after "answer", or -1 if nothing is announced. */
  static int announced(String text, int from, int to) {
    int i = Phrase.skipDecoration(text, from, to);
    if (i < to && (text.charAt(i) == 's' || text.charAt(i) == 'S')) {
      i = Phrase.skipDecoration(text, i + 1, to);
    }
    int verb = Phrase.word(text, i, to, "is", "are", "will be", "would be", "must be", "IS");
    if (verb > i) {
      int colon = colon(text, verb, to);
      return colon > 0 ? colon : verb;
    }
    if (i < to && (text.charAt(i) == '=' || text.charAt(i) == ':' || text.charAt(i) == '：')) {
      return i + 1;
    }
    return -1;
  }
}
