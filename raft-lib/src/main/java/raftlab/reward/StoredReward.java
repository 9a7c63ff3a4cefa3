package raftlab.reward;

import java.util.List;
import raftlab.core.Checks;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;

/**
 * The reward that stands beside an imported completion: its authors' verdict (1 or 0), a reward
 * model's score, or any other column with numbers. A completion whose file says nothing is skipped.
 * Thread-safe.
 *
 * @param column the completion's column, such as {@link Completion#GRADE} or {@link
 *     Completion#SCORE}
 */
public record StoredReward(String column) implements RewardFunction {

  /** The verdict of the file's authors, 1 or 0. */
  public static final StoredReward GRADE = new StoredReward(Completion.GRADE);

  private static final List<String> VERDICTS = List.of("correct", "is_correct", "grades");

  /** The score of the authors' reward model. */
  public static final StoredReward SCORE = new StoredReward(Completion.SCORE);

  public StoredReward {
    Checks.notBlank(column, "column");
  }

  @Override
  public String name() {
    return "stored:" + column;
  }

  @Override
  public Reward score(Prompt prompt, Completion completion) {
    String stored = stored(completion);
    if (stored == null) {
      return Reward.skipped("the file has no " + column + " for it");
    }
    double value;
    try {
      value = number(stored);
    } catch (NumberFormatException e) {
      return Reward.skipped("its " + column + " is no number");
    }
    String extracted = completion.find(Completion.EXTRACTED).orElse("");
    return Double.isNaN(value)
        ? Reward.skipped("its " + column + " is no number")
        : Reward.of(value, "its file gives " + column + " " + stored, extracted);
  }

  /** An import keeps a verdict as {@code grade}, whatever its file called it. */
  private String stored(Completion completion) {
    String own = completion.columns().get(column);
    return own == null && VERDICTS.contains(column)
        ? completion.columns().get(Completion.GRADE)
        : own;
  }

  private static double number(String stored) {
    return switch (stored) {
      case "true" -> 1;
      case "false" -> 0;
      default -> Double.parseDouble(stored);
    };
  }
}
