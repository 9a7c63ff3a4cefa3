package raftlab.core;

/** A completion that was kept for fine-tuning. */
public record Selected(Prompt prompt, Completion completion, double reward) {

  public Selected {
    Checks.notNull(prompt, "prompt");
    Checks.notNull(completion, "completion");
  }
}
