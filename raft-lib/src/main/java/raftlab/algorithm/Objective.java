package raftlab.algorithm;

import raftlab.core.Checks;
import raftlab.loss.Advantage;
import raftlab.loss.LossKind;
import raftlab.loss.LossSettings;

/**
 * What a policy learns from the completions that were kept: the algorithm, seen from the learner.
 *
 * @param algorithm its name
 * @param advantage that of each completion in its group
 * @param loss what is minimised
 * @param denominator which completions count in its normaliser
 * @param wholeText whether the prompt is learnt too, for negative log-likelihood only
 * @param reference the frozen policy
 * @param resetOptimizer whether the optimizer's moments are forgotten at the start of each round
 * @param klBeta coefficient of the KL-shaped reward r - beta * sum(l_old - l_start), in reward per
 *     nat: it changes the order of completions and their advantages, never which are right; 0 if
 *     the reward stays as it is, and in runs of older versions
 */
public record Objective(
    String algorithm,
    Advantage advantage,
    LossSettings loss,
    Denominator denominator,
    boolean wholeText,
    Reference reference,
    boolean resetOptimizer,
    double klBeta) {

  public Objective {
    Checks.notBlank(algorithm, "algorithm");
    Checks.notNull(advantage, "advantage");
    Checks.notNull(loss, "loss");
    Checks.notNull(denominator, "denominator");
    Checks.notNull(reference, "reference");
    Checks.usage(
        klBeta >= 0 && Double.isFinite(klBeta),
        "--kl-beta " + klBeta + " is not a coefficient",
        "",
        "Give 0 (off) or more, such as 0.01");
    Checks.usage(
        !wholeText || (loss.kind() == LossKind.NLL && loss.kl() == 0),
        "--loss-on all goes with --loss nll and without --kl only",
        "the prompt was not sampled, so it has neither ratio nor KL",
        "Leave --loss-on out");
  }

  /** Fine-tuning on what was kept, by negative log-likelihood of the completion. */
  public static Objective fineTuning() {
    return new Objective(
        "raft",
        Advantage.KEPT,
        LossSettings.nll(),
        Denominator.SELECTED,
        false,
        Reference.START,
        false,
        0);
  }

  /** Returns whether it compares the completions of a prompt, so that each needs two. */
  public boolean comparing() {
    return advantage.comparing() || loss.kind() == LossKind.DPO;
  }

  public Objective withLoss(LossSettings value) {
    return new Objective(
        algorithm, advantage, value, denominator, wholeText, reference, resetOptimizer, klBeta);
  }

  public Objective withDenominator(Denominator value) {
    return new Objective(
        algorithm, advantage, loss, value, wholeText, reference, resetOptimizer, klBeta);
  }

  public Objective withAdvantage(Advantage value) {
    return new Objective(
        algorithm, value, loss, denominator, wholeText, reference, resetOptimizer, klBeta);
  }

  public Objective withReference(Reference value) {
    return new Objective(
        algorithm, advantage, loss, denominator, wholeText, value, resetOptimizer, klBeta);
  }

  public Objective withWholeText(boolean value) {
    return new Objective(
        algorithm, advantage, loss, denominator, value, reference, resetOptimizer, klBeta);
  }

  public Objective withResetOptimizer(boolean value) {
    return new Objective(
        algorithm, advantage, loss, denominator, wholeText, reference, value, klBeta);
  }

  public Objective withKlBeta(double value) {
    return new Objective(
        algorithm, advantage, loss, denominator, wholeText, reference, resetOptimizer, value);
  }
}
