package raftlab.loss;

import java.util.List;

/**
 * A loss on the log-probabilities of a batch: the whole batch of one optimizer step, whatever the
 * micro-batches that go through memory. Pure and thread-safe.
 */
public interface PolicyLoss {

  /** Returns value and slopes; the batch has at least one sequence. */
  LossValue of(List<SequenceScores> batch);

  /**
   * Returns whether the slopes depend on the policy that is being trained, so that its scores have
   * to be computed before the gradient.
   */
  boolean needsScores();

  /** Returns whether scores under the policy at the start of the round are needed. */
  boolean needsOld();

  /** Returns whether scores under a frozen reference are needed. */
  boolean needsReference();

  /** Returns how many sequences in a row belong together: 2 for pairs, else 1. */
  int unit();
}
