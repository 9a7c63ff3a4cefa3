package raftlab.verify;

import java.util.Optional;

/** The steps from strings over numbers to the parser; the first that can decide does. */
final class Equivalence {

  private final Rules rules;

  Equivalence(Rules rules) {
    this.rules = rules;
  }

  Judgement judge(String gold, String answer) {
    if (gold.length() > Budget.ANSWER_CHARS && gold.equals(answer)) {
      return asWritten();
    }
    try {
      boolean on = rules.decimalComma() == Rules.DecimalComma.ON;
      String plainGold = normalised(gold, on);
      String plainAnswer = normalised(answer, on);
      Judgement judged = compare(plainGold, plainAnswer);
      boolean again =
          rules.decimalComma() == Rules.DecimalComma.EITHER
              && !judged.isEqual()
              && (plainGold.indexOf(',') >= 0 || plainAnswer.indexOf(',') >= 0);
      Judgement other =
          again ? either(plainGold, normalised(gold, true), plainAnswer, answer) : judged;
      return other.isEqual() ? other : judged;
    } catch (ArithmeticException e) {
      return Judgement.unknown("The comparison was given up: a value is out of range.");
    } catch (Budget.Exceeded e) {
      return Judgement.unknown(
          "The comparison was given up: it needs more than " + e.getMessage() + ".");
    }
  }

  /** The comma may be a decimal comma in one of the two or in both. */
  private Judgement either(String gold, String commaGold, String answer, String written) {
    String commaAnswer = normalised(written, true);
    Judgement judged = compare(commaGold, commaAnswer);
    judged = judged.isEqual() ? judged : compare(gold, commaAnswer);
    return judged.isEqual() ? judged : compare(commaGold, answer);
  }

  private Judgement compare(String gold, String answer) {
    if (gold.isEmpty()) {
      return Judgement.unknown("The gold answer is empty.");
    }
    if (gold.equals(answer)) {
      return asWritten();
    }
    Judgement choice = Choices.compare(gold, answer, rules);
    if (choice != null) {
      return choice;
    }
    Numeral goldNumber = number(gold);
    Numeral answerNumber = goldNumber == null ? null : number(answer);
    if (answerNumber != null) {
      return numbers(gold, goldNumber, answer, answerNumber);
    }
    if (Words.areWords(gold)
        && Words.areWords(answer)
        && Words.plain(Words.withoutArticle(gold))
            .equals(Words.plain(Words.withoutArticle(answer)))) {
      return Judgement.equal(Method.TEXT, true, "The words are the same.");
    }
    if (gold.contains("\\text{") != answer.contains("\\text{")
        && Words.unwrapped(gold).equals(Words.unwrapped(answer))) {
      return Judgement.equal(Method.TEXT, true, "The answer is written as the gold is.");
    }
    return parsed(gold, answer);
  }

  private static Judgement asWritten() {
    return Judgement.equal(Method.STRING, true, "The answer is written as the gold is.");
  }

  private static Numeral number(String text) {
    Numeral number = Numeral.read(text);
    return number != null || text.isEmpty() || Character.isDigit(text.charAt(text.length() - 1))
        ? number
        : NumberWords.read(text);
  }

  private Judgement numbers(String gold, Numeral goldNumber, String answer, Numeral answerNumber) {
    if (rules.simplification() == Rules.Simplification.REFUSED) {
      return parsed(gold, answer);
    }
    Judgement judged = NumberComparison.compare(goldNumber, answerNumber, rules.tolerance());
    return judged.isEqual() || rules.percent() != Rules.Percent.X100
        ? judged
        : hundredfold(goldNumber, answerNumber, judged);
  }

  /** Only to reproduce peers that accept a hundredth and a hundredfold of the gold. */
  private Judgement hundredfold(Numeral gold, Numeral answer, Judgement otherwise) {
    Rational hundred = Rational.of(100);
    Numeral up = new Numeral(gold.value().times(hundred), gold.scale(), gold.digits());
    Numeral down = new Numeral(gold.value().over(hundred), gold.scale(), gold.digits());
    boolean near =
        NumberComparison.compare(up, answer, rules.tolerance()).isEqual()
            || NumberComparison.compare(down, answer, rules.tolerance()).isEqual();
    return near
        ? Judgement.equal(
            Method.RATIONAL,
            false,
            "The numbers differ by a factor of 100, which the profile accepts.")
        : otherwise;
  }

  private Judgement parsed(String gold, String answer) {
    Budget budget = new Budget(rules.steps());
    Node left = read(gold, budget);
    if (left == null) {
      return Words.areWords(gold)
          ? Judgement.different(Method.TEXT, true, "The words are not the same.")
          : Judgement.unknown("The gold answer cannot be read as mathematics.");
    }
    Node right = read(answer, budget);
    if (right == null) {
      return Judgement.different(Method.KIND, false, "The answer cannot be read as mathematics.")
          .typed(left.type(), "");
    }
    return new Comparison(rules, budget).compare(left, right).typed(left.type(), right.type());
  }

  private static Node read(String normalised, Budget budget) {
    Node named = WordAnswers.read(normalised);
    return named == null ? Parser.parse(normalised, budget) : named;
  }

  private static String normalised(String text, boolean decimalComma) {
    Budget.atMost(text.length(), Budget.ANSWER_CHARS, "characters");
    return Normaliser.normalise(text, decimalComma);
  }

  Optional<String> goldProblem(String gold) {
    try {
      String text = normalised(gold, rules.decimalComma() == Rules.DecimalComma.ON);
      if (text.isEmpty()) {
        return Optional.of("The gold answer is empty.");
      }
      boolean readable =
          Words.areWords(text)
              || Numeral.read(text) != null
              || Parser.parse(text, new Budget(rules.steps())) != null;
      return readable
          ? Optional.empty()
          : Optional.of("The gold answer cannot be read as mathematics.");
    } catch (Budget.Exceeded e) {
      return Optional.of("The gold answer needs more than " + e.getMessage() + ".");
    }
  }
}
