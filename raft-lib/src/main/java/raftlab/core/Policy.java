package raftlab.core;

/**
 * A generative model that can be sampled and trained: a handle, the weights stay with the engine.
 */
public interface Policy {

  /** Returns the identity recorded with everything made by it: a name and a hash of the weights. */
  String id();

  /** Returns the longest sequence it can read, prompt and completion together, in tokens. */
  int contextLength();
}
