package raftlab.kernel.command.flow;

import picocli.CommandLine.Option;
import raftlab.algorithm.Denominator;
import raftlab.algorithm.Objective;
import raftlab.algorithm.Reference;
import raftlab.loss.Advantage;
import raftlab.loss.ClipRange;
import raftlab.loss.KlEstimator;
import raftlab.loss.LossKind;
import raftlab.loss.LossSettings;
import raftlab.loss.Normalizer;
import raftlab.loss.RatioLevel;

/** What is learnt from kept completions. An option that is not given leaves the algorithm's. */
final class LossOptions {

  @Option(names = "--loss", description = "nll, clipped or dpo (the algorithm's)")
  String loss;

  @Option(
      names = "--advantage",
      description =
          "kept, positive-part, reward, reward-of-mixed, group-normalised, group-centred or"
              + " leave-one-out (the algorithm's)")
  String advantage;

  @Option(names = "--ratio", description = "importance ratio of each token or sequence (token)")
  String ratio;

  @Option(names = "--clip", description = "how far the ratio may fall below 1 (0.2)")
  Double clip;

  @Option(names = "--clip-high", description = "how far it may rise above 1 (as --clip)")
  Double clipHigh;

  @Option(names = "--dual-clip", description = "bound where the advantage is negative (3; 0: off)")
  Double dualClip;

  @Option(names = "--beta", description = "coefficient of dpo (0.1)")
  Double beta;

  @Option(names = "--label-smoothing", description = "share of wrong labels in dpo (0)")
  Double smoothing;

  @Option(names = "--kl", description = "coefficient of the KL to the reference (0)")
  Double kl;

  @Option(names = "--kl-estimator", description = "k1, k2 or k3 (k3)")
  String estimator;

  @Option(names = "--entropy", description = "coefficient of the entropy bonus (0)")
  Double entropy;

  @Option(names = "--loss-on", description = "completion, or all for the prompt too (completion)")
  String lossOn;

  @Option(
      names = "--denominator",
      description = "which completions the loss is divided by: selected or all (selected)")
  String denominator;

  @Option(
      names = "--normalizer",
      description = "token, local-token, sequence, constant or sequence-sum (the algorithm's)")
  String normalizer;

  @Option(names = "--local-batch", description = "completions per local batch of local-token (8)")
  Integer local;

  @Option(
      names = "--reference",
      description = "start of the run or previous round (start; dpo: previous)")
  String reference;

  @Option(names = "--optimizer", description = "keep its moments over rounds, or reset (keep)")
  String optimizer;

  private enum LossOn {
    COMPLETION,
    ALL
  }

  private enum Moments {
    KEEP,
    RESET
  }

  /** Returns an objective with what was given in place of its own. */
  Objective over(Objective base) {
    Objective made = base.withLoss(loss(base.loss()));
    if (advantage != null) {
      made = made.withAdvantage(Choice.of(Advantage.class, "--advantage", advantage));
    }
    if (denominator != null) {
      made = made.withDenominator(Choice.of(Denominator.class, "--denominator", denominator));
    }
    if (reference != null) {
      made = made.withReference(Choice.of(Reference.class, "--reference", reference));
    }
    if (lossOn != null) {
      made = made.withWholeText(onAll());
    }
    if (optimizer != null) {
      made =
          made.withResetOptimizer(
              Choice.of(Moments.class, "--optimizer", optimizer) == Moments.RESET);
    }
    return made;
  }

  private LossSettings loss(LossSettings base) {
    LossSettings made =
        loss == null ? base : base.withKind(Choice.of(LossKind.class, "--loss", loss));
    RatioLevel level = ratio == null ? base.ratio() : Choice.of(RatioLevel.class, "--ratio", ratio);
    Normalizer divided =
        normalizer == null
            ? base.normalizer()
            : Choice.of(Normalizer.class, "--normalizer", normalizer);
    KlEstimator estimated =
        estimator == null
            ? base.estimator()
            : Choice.of(KlEstimator.class, "--kl-estimator", estimator);
    return made.withRatio(level, clip(base.clip()))
        .withNormalizer(divided, local == null ? base.local() : local, base.longest())
        .withKl(kl == null ? base.kl() : kl, estimated)
        .withEntropy(entropy == null ? base.entropy() : entropy)
        .withPreference(
            beta == null ? base.beta() : beta, smoothing == null ? base.smoothing() : smoothing);
  }

  private ClipRange clip(ClipRange base) {
    double low = clip == null ? base.low() : clip;
    double high = clip == null ? base.high() : clip;
    return new ClipRange(
        low, clipHigh == null ? high : clipHigh, dualClip == null ? base.dual() : dualClip);
  }

  /** Returns whether the prompt is learnt as well. */
  boolean onAll() {
    return lossOn != null && Choice.of(LossOn.class, "--loss-on", lossOn) == LossOn.ALL;
  }
}
