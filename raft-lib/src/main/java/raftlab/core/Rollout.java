package raftlab.core;

import java.util.List;

/** A prompt and its K completions: one group. */
public record Rollout(Prompt prompt, List<Completion> completions) {

  public Rollout {
    Checks.notNull(prompt, "prompt");
    completions = List.copyOf(completions);
  }
}
