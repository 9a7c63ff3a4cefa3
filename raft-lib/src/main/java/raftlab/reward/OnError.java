package raftlab.reward;

import java.util.List;
import raftlab.core.Suggest;
import raftlab.core.UsageError;

/** What happens when a reward fails on a completion ({@code --on-error}). */
public enum OnError {
  /** The completion is recorded as skipped, with the reason. */
  SKIP,
  /** Reward 0, marked unknown so that it is counted apart from wrong answers. */
  ZERO,
  /** Scoring ends with an error that names the completion. */
  FAIL;

  /** Reads {@code skip}, {@code zero} or {@code fail}. */
  public static OnError of(String name) {
    return switch (name) {
      case "skip" -> SKIP;
      case "zero" -> ZERO;
      case "fail" -> FAIL;
      default ->
          throw new UsageError(
              "--on-error " + name + " is not known",
              "",
              Suggest.near(name, List.of("skip", "zero", "fail")));
    };
  }
}
