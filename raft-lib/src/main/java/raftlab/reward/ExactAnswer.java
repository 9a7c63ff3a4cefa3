package raftlab.reward;

import java.util.Optional;
import raftlab.reward.CheckedAnswer.Outcome;

/**
 * The simplest checker: the last {@code \boxed{}} equals the reference answer character by
 * character, white space and a dollar sign at either end aside. It proves nothing about
 * mathematics: {@code 1/2} is not {@code 0.5}.
 */
public final class ExactAnswer implements AnswerCheck {

  @Override
  public CheckedAnswer check(String response, String gold) {
    Optional<String> boxed = BoxedText.last(response);
    if (boxed.isEmpty()) {
      return new CheckedAnswer(Outcome.WRONG, "", "no \\boxed{} in the response");
    }
    String extracted = boxed.get();
    return bare(extracted).equals(bare(gold))
        ? new CheckedAnswer(Outcome.CORRECT, extracted, "the same text as the reference answer")
        : new CheckedAnswer(Outcome.WRONG, extracted, extracted + " is not the text " + gold);
  }

  @Override
  public boolean same(String left, String right) {
    return bare(left).equals(bare(right));
  }

  @Override
  public String name() {
    return "exact";
  }

  private static String bare(String answer) {
    String text = answer.replaceAll("\\s", "");
    return text.length() > 1 && text.startsWith("$") && text.endsWith("$")
        ? text.substring(1, text.length() - 1)
        : text;
  }
}
