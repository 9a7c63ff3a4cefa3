package raftlab.loss;

import raftlab.core.Checks;

/**
 * Which loss is minimised. What a kind doesn't use has no effect.
 *
 * @param kind the family
 * @param ratio level of the importance ratio, for {@link LossKind#CLIPPED}
 * @param clip bounds of the ratio
 * @param normalizer makes token losses one number
 * @param local sequences per local batch for {@link Normalizer#LOCAL_TOKEN}
 * @param longest L_max for {@link Normalizer#CONSTANT}
 * @param kl coefficient of the KL to the reference, 0 or more
 * @param estimator that of the KL term
 * @param entropy coefficient of the entropy bonus, 0 or more
 * @param beta coefficient of {@link LossKind#DPO}
 * @param smoothing label smoothing of {@link LossKind#DPO}
 */
public record LossSettings(
    LossKind kind,
    RatioLevel ratio,
    ClipRange clip,
    Normalizer normalizer,
    int local,
    int longest,
    double kl,
    KlEstimator estimator,
    double entropy,
    double beta,
    double smoothing) {

  private static final ClipRange PPO = new ClipRange(0.2, 0.2, 3);

  public LossSettings {
    Checks.notNull(kind, "kind of loss");
    Checks.notNull(ratio, "level of the ratio");
    Checks.notNull(clip, "clip range");
    Checks.notNull(normalizer, "normalizer");
    Checks.notNull(estimator, "KL estimator");
    Checks.atLeast(local, 1, "sequences per local batch");
    Checks.atLeast(longest, 1, "longest completion");
    Checks.usage(
        kl >= 0 && Double.isFinite(kl),
        "--kl " + kl + " is not a coefficient",
        "",
        "Give 0 (off) or more, such as 0.001");
    Checks.usage(
        entropy >= 0 && Double.isFinite(entropy),
        "--entropy " + entropy + " is not a coefficient",
        "",
        "Give 0 (off) or more, such as 0.001");
    Checks.usage(
        kind != LossKind.DPO || (kl == 0 && entropy == 0),
        "--loss dpo takes no KL term and no entropy bonus",
        "its reference is part of the loss",
        "Leave --kl and --entropy out; --beta holds the policy to the reference");
  }

  /** Mean negative log-likelihood over the tokens of the batch. */
  public static LossSettings nll() {
    return new LossSettings(
        LossKind.NLL, RatioLevel.TOKEN, PPO, Normalizer.TOKEN, 8, 1, 0, KlEstimator.K3, 0, 0.1, 0);
  }

  /** Clipped surrogate with 0.2 to both sides, dual clip 3, mean over the tokens of the batch. */
  public static LossSettings clipped() {
    return nll().withKind(LossKind.CLIPPED);
  }

  /** Makes the loss. */
  public PolicyLoss loss() {
    return switch (kind) {
      case DPO -> new DirectPreference(beta, smoothing);
      case NLL -> gradient(new Surrogate.LogLikelihood());
      case CLIPPED -> gradient(new Surrogate.Clipped(ratio, clip));
    };
  }

  private PolicyLoss gradient(Surrogate surrogate) {
    return new PolicyGradient(surrogate, normalizer, local, longest, kl, estimator, entropy);
  }

  public LossSettings withKind(LossKind value) {
    return new LossSettings(
        value, ratio, clip, normalizer, local, longest, kl, estimator, entropy, beta, smoothing);
  }

  /** Returns the settings with this level of the ratio and these bounds. */
  public LossSettings withRatio(RatioLevel level, ClipRange range) {
    return new LossSettings(
        kind, level, range, normalizer, local, longest, kl, estimator, entropy, beta, smoothing);
  }

  /** Returns the settings with this normaliser, its local batch and its longest completion. */
  public LossSettings withNormalizer(Normalizer value, int sequences, int tokens) {
    return new LossSettings(
        kind, ratio, clip, value, sequences, tokens, kl, estimator, entropy, beta, smoothing);
  }

  /** Returns the settings with this KL term. */
  public LossSettings withKl(double coefficient, KlEstimator value) {
    return new LossSettings(
        kind,
        ratio,
        clip,
        normalizer,
        local,
        longest,
        coefficient,
        value,
        entropy,
        beta,
        smoothing);
  }

  public LossSettings withEntropy(double value) {
    return new LossSettings(
        kind, ratio, clip, normalizer, local, longest, kl, estimator, value, beta, smoothing);
  }

  /** Returns the settings with this coefficient and label smoothing of DPO. */
  public LossSettings withPreference(double coefficient, double labelSmoothing) {
    return new LossSettings(
        kind,
        ratio,
        clip,
        normalizer,
        local,
        longest,
        kl,
        estimator,
        entropy,
        coefficient,
        labelSmoothing);
  }
}
