package raftlab.select;

import raftlab.core.Checks;

/**
 * Which prompts are left out as a whole, by the raw task rewards of all their scored completions.
 * The discarded completions count, so that a discard cannot turn a mixed group into a solved one.
 *
 * @param dropSolved leaves out prompts with right completions only
 * @param dropFailed leaves out prompts with wrong completions only
 * @param dropEqual leaves out prompts whose completions all have the same reward, such as a single
 *     one: they carry no preference
 * @param leastRate the least share of right completions, in [0, 1]
 * @param mostRate the largest share of right completions, in [0, 1]
 */
public record GroupFilter(
    boolean dropSolved, boolean dropFailed, boolean dropEqual, double leastRate, double mostRate) {

  /** Leaves no prompt out. */
  public static final GroupFilter NONE = new GroupFilter(false, false, false, 0, 1);

  public GroupFilter {
    Checks.usage(
        leastRate >= 0 && leastRate <= mostRate && mostRate <= 1,
        "--solve-rate " + leastRate + ".." + mostRate + " is not a band",
        "",
        "Give two shares such as 0.1..0.9");
  }

  /** Returns whether the share of right completions is bounded. */
  boolean banded() {
    return leastRate > 0 || mostRate < 1;
  }
}
