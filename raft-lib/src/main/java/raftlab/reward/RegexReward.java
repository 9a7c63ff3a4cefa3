package raftlab.reward;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import raftlab.core.Checks;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;
import raftlab.core.UserError;

/**
 * 1 if a pattern is found anywhere in the completion, else 0. A pattern that backtracks without end
 * is cut off after a fixed number of steps and the completion is skipped. Thread-safe.
 */
public record RegexReward(Pattern pattern) implements RewardFunction {

  private static final int STEPS = 2_000_000;

  public RegexReward {
    Checks.notNull(pattern, "pattern");
  }

  /** Compiles a pattern; a {@link UserError} shows what is wrong with it. */
  public static RegexReward of(String pattern) {
    try {
      return new RegexReward(Pattern.compile(pattern));
    } catch (PatternSyntaxException broken) {
      throw new UserError(
          "\"" + pattern + "\" is not a regular expression",
          broken.getDescription() + " at position " + broken.getIndex(),
          "in a notebook put the pattern in a file and give --pattern FILE");
    }
  }

  @Override
  public String name() {
    return "regex";
  }

  @Override
  public Reward score(Prompt prompt, Completion completion) {
    try {
      Matcher matcher = pattern.matcher(new BudgetedText(completion.text(), STEPS));
      return matcher.find()
          ? Reward.of(1, "the pattern is found", matcher.group())
          : Reward.of(0, "the pattern is not found");
    } catch (IllegalStateException spent) {
      return Reward.skipped(spent.getMessage());
    }
  }
}
