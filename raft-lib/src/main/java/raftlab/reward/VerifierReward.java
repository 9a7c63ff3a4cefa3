package raftlab.reward;

import raftlab.core.Checks;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;

/**
 * The verifiable reward: right or wrong by a checker. Values are those of the range; an undecided
 * verdict is 0 in either range, or skipped. Thread-safe.
 *
 * <p>Source: card 3 of the algorithm notes (arXiv 2504.11343). Deviation: an undecided verdict is
 * marked, so that it can be counted apart from wrong answers.
 *
 * @param check the checker
 * @param range the values of right and wrong
 * @param onUnknown what an undecided verdict is worth
 * @param goldColumn the prompt's column that holds the reference answer
 */
public record VerifierReward(
    AnswerCheck check, RewardRange range, OnUnknown onUnknown, String goldColumn)
    implements RewardFunction {

  public VerifierReward {
    Checks.notNull(check, "checker");
    Checks.notNull(range, "range");
    Checks.notNull(onUnknown, "policy for unknown");
    Checks.notBlank(goldColumn, "gold column");
  }

  /** A 0/1 reward against the column {@code answer}, unknown counted as 0. */
  public static VerifierReward of(AnswerCheck check) {
    return new VerifierReward(check, RewardRange.ZERO_ONE, OnUnknown.ZERO, Prompt.ANSWER);
  }

  @Override
  public String name() {
    return check.name();
  }

  @Override
  public Reward score(Prompt prompt, Completion completion) {
    CheckedAnswer checked = check.check(completion.text(), prompt.column(goldColumn));
    return switch (checked.outcome()) {
      case CORRECT -> Reward.of(range.value(true), checked.reason(), checked.extracted());
      case WRONG -> Reward.of(range.value(false), checked.reason(), checked.extracted());
      case UNKNOWN -> undecided(checked);
    };
  }

  private Reward undecided(CheckedAnswer checked) {
    return onUnknown == OnUnknown.SKIP
        ? Reward.skipped("unknown: " + checked.reason())
        : Reward.unknown(0, checked.reason(), checked.extracted());
  }
}
