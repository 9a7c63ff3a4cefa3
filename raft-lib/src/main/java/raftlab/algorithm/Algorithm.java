package raftlab.algorithm;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import raftlab.core.Suggest;
import raftlab.core.UsageError;
import raftlab.loss.Advantage;
import raftlab.loss.LossKind;
import raftlab.loss.LossSettings;
import raftlab.loss.Normalizer;
import raftlab.select.GroupFilter;
import raftlab.select.SelectionSettings;

/**
 * The algorithms of the one loop: which completions are kept, with what advantage and what loss
 * they are learnt. Each is a starting point whose parts options can change.
 *
 * <p>Common to all, and a deviation from every source: truncated completions are never learnt from
 * (TRL can mask them, the others learn), a completion whose reward failed leaves its group, draws
 * and order of examples follow from the run's seed.
 */
@SuppressWarnings("ImmutableEnumChecker") // the fields are records of immutable parts
public enum Algorithm {
  /**
   * RAFT, best of K per prompt (arXiv 2304.06767; LMFlow raft_aligner.py, local): L = - mean over
   * tokens of l, on the first of the best completions of each prompt.
   *
   * <p>Deviations: the loss is on the completion, in LMFlow on the prompt too (--loss-on all);
   * examples are padded, not concatenated to blocks; duplicates and empty completions are discarded
   * by text instead of by LMFlow's marks.
   */
  RAFT("raft", keptBest(), Objective.fineTuning()),
  /**
   * RAFT, best share of all completions (arXiv 2304.06767; LMFlow raft_aligner.py, top). Fit for
   * rewards that can be compared across prompts.
   *
   * <p>Deviation: LMFlow draws one completion per prompt; here -k decides, and --per-prompt caps.
   */
  RAFT_TOP(
      "raft-top",
      keptBest().withRule(SelectionSettings.GLOBAL_TOP).withPerPrompt(0),
      Objective.fineTuning()),
  /**
   * RAFT++ (arXiv 2504.11343; Minimal-RL compute_policy_loss): every right completion with A =
   * max(r, 0) in the clipped surrogate.
   *
   * <p>Deviations: wrong completions don't count in the denominator (--denominator all restores
   * it), no KL and no entropy bonus by default (Minimal-RL: 0.001 each); l_old is recomputed by the
   * training kernel as there.
   */
  RAFT_PLUS_PLUS(
      "raft++",
      everything().withRule(SelectionSettings.THRESHOLD),
      with(Advantage.POSITIVE_PART, LossSettings.clipped())),
  /**
   * Reinforce (arXiv 2504.11343): A = r in the clipped surrogate. Wrong answers must be worth -1.
   *
   * <p>Deviation: the released code has no such estimator; this is its Reinforce-Rej without the
   * filter.
   */
  REINFORCE("reinforce", everything(), with(Advantage.REWARD, LossSettings.clipped())),
  /**
   * Reinforce-Rej (arXiv 2504.11343; Minimal-RL compute_reinforce_rej_outcome_advantage): as
   * Reinforce on the prompts that are neither all-right nor all-wrong.
   *
   * <p>Deviations: a filtered prompt leaves every term, denominators too (there it keeps A = 0);
   * groups are filtered by the raw reward.
   */
  REINFORCE_REJ("reinforce-rej", mixed(), with(Advantage.REWARD_OF_MIXED, LossSettings.clipped())),
  /**
   * GRPO (arXiv 2402.03300): A = (r - mean) / (std + 1e-6) in the clipped surrogate, mean over the
   * tokens of the batch.
   *
   * <p>Deviations: the paper's mean is over the tokens of each sequence first (--normalizer
   * sequence); no KL by default, as in TRL (paper: 0.04, Minimal-RL: 0.001); groups of equal
   * rewards leave every term.
   */
  GRPO("grpo", mixed(), with(Advantage.GROUP_NORMALISED, LossSettings.clipped())),
  /**
   * Dr. GRPO (arXiv 2503.20783; understand-r1-zero train_zero_math.py): A = r - mean, constant
   * normaliser by the longest completion that may be sampled. Deviation: as for GRPO, groups of
   * equal rewards leave every term.
   */
  DR_GRPO(
      "dr-grpo",
      mixed(),
      with(
          Advantage.GROUP_CENTRED,
          LossSettings.clipped().withNormalizer(Normalizer.CONSTANT, 8, 1))),
  /**
   * RLOO (arXiv 2402.14740): A = r - mean of the others. Deviations: ratio and clipping of single
   * tokens, where TRL takes the ratio of summed log-probabilities; no KL in the reward by default
   * (--kl-beta adds it).
   */
  RLOO("rloo", mixed(), with(Advantage.LEAVE_ONE_OUT, LossSettings.clipped())),
  /**
   * Iterative DPO (arXiv 2305.18290; RLHFlow Online-DPO-R1): best against worst of each prompt,
   * equal rewards make no pair; the reference is the policy at the start of the round.
   *
   * <p>Deviations: truncated completions are in no pair; no label smoothing by default (there 0.1).
   */
  DPO(
      "dpo",
      everything().withRule(SelectionSettings.BEST_AND_WORST),
      with(Advantage.KEPT, LossSettings.nll().withKind(LossKind.DPO))
          .withReference(Reference.PREVIOUS));

  private final String label;
  private final SelectionSettings selection;
  private final Objective objective;

  Algorithm(String label, SelectionSettings selection, Objective objective) {
    this.label = label;
    this.selection = selection;
    this.objective =
        new Objective(
            label,
            objective.advantage(),
            objective.loss(),
            objective.denominator(),
            objective.wholeText(),
            objective.reference(),
            objective.resetOptimizer(),
            objective.klBeta());
  }

  /** Returns the algorithm of a name such as {@code raft++}. */
  public static Algorithm named(String name) {
    return Arrays.stream(values())
        .filter(each -> each.label.equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageError(
                    "--algorithm " + name + " is not an algorithm",
                    "algorithms: " + String.join(", ", names()),
                    Suggest.nearest(name, names())
                        .map(near -> "Did you mean " + near + "?")
                        .orElse("")));
  }

  /** Returns the names. */
  public static List<String> names() {
    return Arrays.stream(values()).map(each -> each.label).toList();
  }

  /** Returns its name, as the option has it. */
  public String label() {
    return label;
  }

  /** Returns which completions it keeps. */
  public SelectionSettings selection() {
    return selection;
  }

  /**
   * Returns what it learns from them.
   *
   * @param longest the most tokens of a completion, for the constant normaliser
   */
  public Objective objective(int longest) {
    LossSettings loss = objective.loss();
    return objective.withLoss(loss.withNormalizer(loss.normalizer(), loss.local(), longest));
  }

  private static Objective with(Advantage advantage, LossSettings loss) {
    return Objective.fineTuning().withAdvantage(advantage).withLoss(loss);
  }

  private static SelectionSettings keptBest() {
    return SelectionSettings.bestOfK();
  }

  /** Duplicates stay: a policy gradient counts a completion as often as it was drawn. */
  private static SelectionSettings everything() {
    return SelectionSettings.bestOfK()
        .withRule(SelectionSettings.ALL)
        .withPerPrompt(0)
        .withDiscards(true, false, false);
  }

  private static SelectionSettings mixed() {
    return everything().withGroups(new GroupFilter(false, false, true, 0, 1));
  }
}
