package raftlab.reward;

import raftlab.core.Reward;

/**
 * The raw reward of the task behind a composed or shaped one. Right-or-wrong filters look at it and
 * never at a shaped value, so that a KL or length term cannot turn a right answer into a wrong one.
 */
public final class TaskReward {

  /** The name under which composed rewards record it among their parts. */
  public static final String PART = "task";

  private TaskReward() {}

  /** Returns the recorded task reward, or the value itself for a simple reward; NaN if skipped. */
  public static double of(Reward reward) {
    Double part = reward.parts().get(PART);
    return part == null || reward.skipped() ? reward.value() : part;
  }
}
