package raftlab.algorithm;

/** The frozen policy to which KL terms and preferences refer. */
public enum Reference {
  /** The policy the run started from. */
  START,
  /** The policy at the start of the round, as in iterative DPO. */
  PREVIOUS
}
