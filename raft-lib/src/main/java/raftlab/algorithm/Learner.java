package raftlab.algorithm;

import java.nio.file.Path;
import java.util.List;
import raftlab.core.Policy;
import raftlab.core.RunContext;
import raftlab.core.Sampler;
import raftlab.core.Selected;
import raftlab.train.TrainReport;

/**
 * A policy under training: what the loop needs of it, so that tests can run the loop without an
 * engine.
 */
public interface Learner extends AutoCloseable {

  Policy policy();

  Sampler sampler();

  /** Fine-tunes on the kept completions. */
  TrainReport learn(List<Selected> kept, RunContext context);

  /** Writes the policy and the state of its training into a folder. */
  void save(Path folder);

  @Override
  void close();

  /**
   * Makes a learner from a folder that {@link #save} wrote, or from a model folder without a
   * training state.
   */
  @FunctionalInterface
  interface Loader {
    Learner load(Path folder, RaftSettings settings);
  }
}
