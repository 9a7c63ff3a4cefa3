package raftlab.reward;

import java.util.List;
import raftlab.core.Suggest;
import raftlab.core.UsageError;

/** What an undecided verdict is worth as a reward ({@code --on-unknown}). */
public enum OnUnknown {
  /** Reward 0, marked unknown and counted apart. */
  ZERO,
  /** The completion leaves its group. */
  SKIP;

  /** Reads {@code zero} or {@code skip}. */
  public static OnUnknown of(String name) {
    return switch (name) {
      case "zero" -> ZERO;
      case "skip" -> SKIP;
      default ->
          throw new UsageError(
              "--on-unknown " + name + " is not known",
              "",
              Suggest.near(name, List.of("zero", "skip")));
    };
  }
}
