package raftlab.core;

/** Why a completion ended. */
public enum FinishReason {
  /** The policy produced an end token. */
  END,
  /** The token budget or the context was used up first: the completion is truncated. */
  LENGTH,
  /** The completion was read from a file that does not say. */
  UNKNOWN
}
