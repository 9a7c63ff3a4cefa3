package raftlab.core;

/** Draws completions from the policy it was made for. */
public interface Sampler {

  /**
   * Draws K completions per prompt. The draws of a prompt depend on the seed, the iteration, its
   * id, the sample index and the position only, not on which prompts are sampled beside it.
   *
   * @throws Stopped at a safe point after a stop was requested
   */
  RolloutSet sample(PromptSet prompts, SamplingSettings settings, RunContext context);
}
