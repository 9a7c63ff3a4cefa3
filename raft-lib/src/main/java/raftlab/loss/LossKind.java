package raftlab.loss;

/** The families of losses ({@code --loss}). */
public enum LossKind {
  /** Advantage-weighted negative log-likelihood. */
  NLL,
  /** Clipped surrogate with importance ratio. */
  CLIPPED,
  /** Direct preference optimisation on pairs. */
  DPO
}
