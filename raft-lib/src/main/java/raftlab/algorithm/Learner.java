package raftlab.algorithm;

import java.nio.file.Path;
import java.util.List;
import raftlab.core.Policy;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.Sampler;
import raftlab.train.TrainReport;

/**
 * A policy under training: what the loop needs of it, so that tests can run the loop without an
 * engine.
 */
public interface Learner extends AutoCloseable {

  Policy policy();

  Sampler sampler();

  /** Learns from a round; {@link TrainReport#NONE} if it holds nothing to learn from. */
  TrainReport learn(Experience experience, RunContext context);

  /**
   * Returns, for each completion of a prompt, how much likelier it is now than at the run's start:
   * the sum over its tokens of l - l_start in nats; NaN if its tokens are not known.
   */
  List<double[]> klSums(RolloutSet rollouts, RunContext context);

  /** Writes the policy and the state of its training into a folder. */
  void save(Path folder);

  @Override
  void close();

  /**
   * Makes a learner from a folder that {@link #save} wrote, or from a model folder without a
   * training state. {@code start} is the folder of the run's start, the frozen reference.
   */
  @FunctionalInterface
  interface Loader {
    Learner load(Path folder, Path start, RaftSettings settings);
  }
}
