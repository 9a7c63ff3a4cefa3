package raftlab.reward;

import java.util.List;
import raftlab.core.Suggest;
import raftlab.core.UsageError;

/** The two values of a right-or-wrong reward ({@code --range}). */
public enum RewardRange {
  /** 1 for right, 0 for wrong. */
  ZERO_ONE(0),
  /** +1 for right, -1 for wrong: what methods that learn from wrong answers need. */
  PLUS_MINUS_ONE(-1);

  private final double wrong;

  RewardRange(double wrong) {
    this.wrong = wrong;
  }

  /** Returns the value of a right or a wrong answer. */
  public double value(boolean right) {
    return right ? 1 : wrong;
  }

  /** Reads {@code 01} or {@code pm1}. */
  public static RewardRange of(String name) {
    return switch (name) {
      case "01" -> ZERO_ONE;
      case "pm1" -> PLUS_MINUS_ONE;
      default ->
          throw new UsageError(
              "--range " + name + " is not a range of rewards",
              "",
              Suggest.near(name, List.of("01", "pm1")));
    };
  }
}
