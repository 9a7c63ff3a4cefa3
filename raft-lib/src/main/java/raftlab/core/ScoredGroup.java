package raftlab.core;

import java.util.List;
import java.util.stream.DoubleStream;

/** A prompt and its scored completions, in order of sample index. */
public record ScoredGroup(Prompt prompt, List<Scored> samples) {

  public ScoredGroup {
    Checks.notNull(prompt, "prompt");
    samples = List.copyOf(samples);
  }

  /** Returns the values of the rewards that were not skipped. */
  public DoubleStream values() {
    return samples.stream().filter(scored -> !scored.reward().skipped()).mapToDouble(Scored::value);
  }

  /** Returns whether all rewards are the same, so that the group carries no preference. */
  public boolean withoutVariance() {
    return values().distinct().count() <= 1;
  }
}
