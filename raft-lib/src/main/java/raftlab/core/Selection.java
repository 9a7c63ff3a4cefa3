package raftlab.core;

import java.util.List;

/**
 * The completions kept for fine-tuning.
 *
 * @param name what the user calls it
 * @param rule the selection rule with its settings, as text
 * @param kept the kept completions, in the order of the prompt set
 * @param funnel where every sample went
 */
public record Selection(String name, String rule, List<Selected> kept, Funnel funnel) {

  public Selection {
    Checks.notBlank(name, "selection name");
    Checks.notNull(rule, "selection rule");
    Checks.notNull(funnel, "funnel");
    kept = List.copyOf(kept);
  }

  /** Returns whether nothing was kept, so that there is nothing to train on. */
  public boolean isEmpty() {
    return kept.isEmpty();
  }

  @Override
  public String toString() {
    return name + ": " + kept.size() + " of " + funnel.generated() + " kept by " + rule;
  }
}
