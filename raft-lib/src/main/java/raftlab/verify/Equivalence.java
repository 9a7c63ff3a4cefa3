package raftlab.verify;

import java.util.Optional;

/** The steps from strings over numbers to the parser; the first that can decide does. */
final class Equivalence {

  private final Rules rules;

  Equivalence(Rules rules) {
    this.rules = rules;
  }

  Judgement judge(String gold, String answer) {
    try {
      return compare(gold, answer);
    } catch (Budget.Exceeded e) {
      return Judgement.unknown(
          "The comparison was given up: it needs more than " + e.getMessage() + ".");
    }
  }

  private Judgement compare(String goldText, String answerText) {
    String gold = normalised(goldText);
    String answer = normalised(answerText);
    if (gold.isEmpty()) {
      return Judgement.unknown("The gold answer is empty.");
    }
    if (gold.equals(answer)) {
      return Judgement.equal(Method.STRING, true, "The answer is written as the gold is.");
    }
    Numeral goldNumber = Numeral.read(gold);
    Numeral answerNumber = goldNumber == null ? null : Numeral.read(answer);
    if (answerNumber != null) {
      return NumberComparison.compare(goldNumber, answerNumber, rules.tolerance());
    }
    return Judgement.different(Method.KIND, false, "The answer is written differently.");
  }

  private String normalised(String text) {
    Budget.atMost(text.length(), Budget.INPUT_CHARS, "characters");
    return Normaliser.normalise(text, rules.decimalComma() == Rules.DecimalComma.ON);
  }

  Optional<String> goldProblem(String gold) {
    try {
      return normalised(gold).isEmpty()
          ? Optional.of("The gold answer is empty.")
          : Optional.empty();
    } catch (Budget.Exceeded e) {
      return Optional.of("The gold answer has more than " + e.getMessage() + ".");
    }
  }
}
