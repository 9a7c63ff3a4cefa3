package raftlab.verify;

import java.util.Locale;
import java.util.Set;

/**
 * Finds the answer in an announcement that is a whole sentence: "Final answer: the area of the
 * field is 77 square metres" announces what comes after its verb.
 */
final class Prose {

  private static final int SENTENCE = 3;
  private static final String[] VERBS = {
    " is ", " are ", " equals ", " will be ", " was ", "是", "为"
  };

  /** Words that make a sentence an answer of its own. */
  private static final Set<String> MEANING =
      Set.of(
          "all",
          "every",
          "no",
          "not",
          "none",
          "except",
          "undefined",
          "infinite",
          "infinitely",
          "real",
          "never",
          "cannot",
          "impossible",
          "even",
          "odd",
          "true",
          "false",
          "yes");

  private Prose() {}

  /** Returns the part of an announced sentence that is the answer, or all of it. */
  static Extraction answer(String text, Extraction sentence) {
    String words = sentence.text();
    if (!isSentence(words)) {
      return sentence;
    }
    int start = sentence.start() + afterVerb(words);
    Extraction tail = Extraction.trimmed(text, start, sentence.end(), ExtractionRule.MARKER);
    if (tail.text().isEmpty() || !isSentence(tail.text())) {
      return tail.text().isEmpty() ? sentence : tail;
    }
    Extraction number = LastFormula.find(text, sentence.start(), sentence.end(), false);
    return number == null
        ? sentence
        : new Extraction(number.text(), number.start(), number.end(), ExtractionRule.MARKER);
  }

  private static int afterVerb(String words) {
    int after = 0;
    for (String verb : VERBS) {
      int at = words.lastIndexOf(verb);
      after = at < 0 ? after : Math.max(after, at + verb.length());
    }
    return after;
  }

  /** Begins with a word, has some more, a number, and nothing that is an answer in words. */
  private static boolean isSentence(String words) {
    if (words.isEmpty() || !Character.isLetter(words.charAt(0))) {
      return false;
    }
    int count = 0;
    boolean digit = false;
    int start = -1;
    for (int i = 0; i <= words.length(); i++) {
      char c = i < words.length() ? words.charAt(i) : ' ';
      digit |= Character.isDigit(c);
      if (Character.isLetter(c)) {
        start = start < 0 ? i : start;
      } else if (start >= 0) {
        boolean macro = start > 0 && words.charAt(start - 1) == '\\';
        count += !macro && i - start > 1 ? 1 : 0;
        if (MEANING.contains(words.substring(start, i).toLowerCase(Locale.ROOT))) {
          return false;
        }
        start = -1;
      }
      if (c > 0x2E7F && Character.isLetter(c)) {
        count++;
      }
    }
    return digit && count >= SENTENCE;
  }
}
