package raftlab.verify;

import java.util.Locale;
import java.util.Set;

/** Answers that are one of a few words or letters. */
final class Choices {

  private static final Set<String> YES = Set.of("true", "yes", "t", "y", "correct", "1");
  private static final Set<String> NO = Set.of("false", "no", "f", "n", "incorrect", "0");

  /** The longest sentence that is read for yes or no. */
  private static final int SENTENCE = 400;

  private Choices() {}

  /** Returns a judgement for letters and, on request, for yes and no; null for anything else. */
  static Judgement compare(String gold, String answer, Rules rules) {
    String left = bare(gold);
    String right = bare(answer);
    left = chosen(gold, left, rules);
    if (!rules.choices().isEmpty()
        && left.length() == 1
        && rules.choices().contains(left.toUpperCase(Locale.ROOT))) {
      String letter = left.toUpperCase(Locale.ROOT);
      Extraction found = new Letters(answer, 0, answer.length(), rules.choices()).leading();
      return found != null && found.text().equals(letter)
          ? Judgement.equal(Method.LETTER, true, "The letter is the one asked for.")
          : Judgement.different(Method.LETTER, true, "The letter is not the one asked for.");
    }
    if (rules.booleans() == Rules.Booleans.WORDS && (word(left) || word(right))) {
      Boolean wanted = truth(left);
      Boolean given = truth(right) == null ? claim(answer) : truth(right);
      return wanted == null || given == null ? null : said(wanted.equals(given));
    }
    boolean letter = left.length() == 1 && Character.isLetter(left.charAt(0));
    boolean wrapped = gold.length() > 1 || answer.length() > 1;
    boolean worded =
        letter ? left.equals(worded(answer)) : !right.isEmpty() && right.equals(worded(gold));
    return (letter && wrapped && left.equals(right)) || worded
        ? Judgement.equal(Method.LETTER, true, "Both are the same letter.")
        : null;
  }

  /** A gold such as "(C) seven" names the letter that begins it. */
  private static String chosen(String gold, String bare, Rules rules) {
    if (rules.choices().isEmpty() || bare.length() == 1) {
      return bare;
    }
    Extraction letter = new Letters(gold, 0, gold.length(), rules.choices()).leading();
    return letter == null ? bare : letter.text().toLowerCase(Locale.ROOT);
  }

  private static Judgement said(boolean same) {
    return same
        ? Judgement.equal(Method.TEXT, true, "Both say the same of yes and no.")
        : Judgement.different(Method.TEXT, true, "One says yes and the other no.");
  }

  /**
   * Returns the last sentence of a response if it says yes or no in words, as "Thus the statement
   * is not true." does, and the gold is one of both; else null.
   */
  static Extraction sentence(String response, String gold) {
    String wanted = bare(gold);
    if (wanted.length() < 2 || truth(wanted) == null) {
      return null;
    }
    int end = response.length();
    while (end > 0 && !Character.isLetter(response.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < SENTENCE && ".!?\n".indexOf(response.charAt(start - 1)) < 0) {
      start--;
    }
    return claim(response.substring(start, end)) == null
        ? null
        : Extraction.trimmed(response, start, end, ExtractionRule.LETTER);
  }

  /** Whether words that hold one of yes and no say yes; null if they hold neither or both. */
  private static Boolean claim(String words) {
    Boolean said = null;
    boolean negated = false;
    for (String word : words.toLowerCase(Locale.ROOT).split("[^a-z']+", -1)) {
      Boolean one = word.length() > 1 ? truth(word) : null;
      if (one != null && said != null && !one.equals(said)) {
        return null;
      }
      said = one == null ? said : one;
      negated |= word.equals("not") || word.equals("isn't");
    }
    return said == null ? null : Boolean.valueOf(said != negated);
  }

  private static boolean word(String text) {
    return text.length() > 1 && truth(text) != null;
  }

  private static Boolean truth(String text) {
    return YES.contains(text) ? Boolean.TRUE : NO.contains(text) ? Boolean.FALSE : null;
  }

  /** The letter in brackets that text follows, as in {@code (B) 12}, small; or an empty string. */
  private static String worded(String answer) {
    String plain = answer.startsWith("\\text{") ? answer.substring("\\text{".length()) : answer;
    boolean letter =
        plain.length() > 3
            && plain.charAt(0) == '('
            && plain.charAt(1) >= 'A'
            && plain.charAt(1) <= 'J'
            && plain.charAt(2) == ')'
            && "+-*/^=,<>_!".indexOf(plain.charAt(3)) < 0;
    return letter ? plain.substring(1, 2).toLowerCase(Locale.ROOT) : "";
  }

  /** "option c" is c. */
  private static String withoutNoun(String plain) {
    boolean noun = plain.startsWith("option") || plain.startsWith("choice");
    int rest = plain.length() - "option".length();
    return noun && (rest == 1 || rest == 3) ? plain.substring("option".length()) : plain;
  }

  /** The answer without wrappers and brackets, in small letters. */
  private static String bare(String answer) {
    String plain = withoutNoun(Words.plain(answer));
    boolean bracketed = plain.startsWith("(") && plain.endsWith(")");
    return bracketed ? plain.substring(1, plain.length() - 1) : plain;
  }
}
