package raftlab.loss;

/** Over what the importance ratio of the clipped surrogate is taken (algorithms.md card 4). */
public enum RatioLevel {
  /** rho_t = exp(l_t - l_old_t), one ratio for each token (arXiv 1707.06347). */
  TOKEN,
  /**
   * s = exp(mean_t (l_t - l_old_t)), one ratio for the sequence (GSPO, arXiv 2507.18071). Its clip
   * range is far tighter than that of tokens: 3e-4 and 4e-4.
   */
  SEQUENCE
}
