package raftlab.reward.learned;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import raftlab.core.Checks;
import raftlab.core.Completion;
import raftlab.core.RunContext;
import raftlab.core.Seeds;
import raftlab.data.PreferencePair;
import raftlab.loss.BradleyTerry;
import raftlab.model.DecoderPolicy;
import raftlab.model.RewardHead;
import raftlab.model.RewardReading;
import raftlab.tokenize.Tokenizer;
import raftlab.train.PairwiseTuner;
import raftlab.train.RewardScoring;
import raftlab.train.TokenPair;
import raftlab.train.TrainReport;
import raftlab.train.TrainSettings;

/**
 * Trains a reward model from preference pairs and measures it on pairs held out.
 *
 * <p>Pairs of one prompt are held out together: a reward model that has seen a prompt's other
 * completions is not tested by it.
 *
 * @param settings optimizer, epochs, batch in pairs; the seed decides head, order and what is held
 *     out
 * @param loss Bradley-Terry with its margin
 * @param holdout share of the prompts held out, in (0, 1)
 */
public record RewardTraining(TrainSettings settings, BradleyTerry loss, double holdout) {

  /** What came of it: the training, and the reward model before and after it on held-out pairs. */
  public record Outcome(TrainReport training, PairReport before, PairReport after) {}

  public RewardTraining {
    Checks.usage(
        holdout > 0 && holdout < 1,
        "--holdout " + holdout + " is not a share",
        "without held-out pairs nobody knows how good the model is",
        "Give more than 0 and less than 1, such as 0.1");
  }

  /** Puts a new head on a decoder, which it takes over, and trains both. */
  public Outcome train(RewardHead head, List<PreferencePair> pairs, RunContext context) {
    List<PreferencePair> learnt = new ArrayList<>();
    List<PreferencePair> kept = new ArrayList<>();
    for (PreferencePair pair : pairs) {
      (heldOut(pair) ? kept : learnt).add(pair);
    }
    Checks.user(
        !learnt.isEmpty() && !kept.isEmpty(),
        pairs.size() + " pairs leave nothing to " + (kept.isEmpty() ? "measure" : "learn"),
        "whole prompts are held out",
        "Give more prompts, or another --holdout");
    PairReport before = measured(head, kept);
    try (PairwiseTuner tuner = new PairwiseTuner(head, settings, loss)) {
      Tokenizer tokenizer = head.body().tokenizer();
      TrainReport report =
          tuner.train(learnt.stream().map(each -> tokens(tokenizer, each)).toList(), context);
      return new Outcome(report, before, measured(head, kept));
    }
  }

  /** Returns a new head on a copy of a policy. */
  public RewardHead head(DecoderPolicy policy, RewardReading reading) {
    return RewardHead.fresh(
        policy.copy(), reading, Seeds.derive(settings.seed(), Seeds.key("reward head")));
  }

  private boolean heldOut(PreferencePair pair) {
    return Seeds.uniform(
            Seeds.derive(settings.seed(), Seeds.key("holdout")), Seeds.key(pair.prompt().text()))
        < holdout;
  }

  /** Measures a model on pairs. */
  public static PairReport measured(RewardHead head, List<PreferencePair> pairs) {
    Tokenizer tokenizer = head.body().tokenizer();
    List<TokenPair> tokens = pairs.stream().map(each -> tokens(tokenizer, each)).toList();
    double[] chosen = RewardScoring.rewards(head, tokens.stream().map(TokenPair::chosen).toList());
    double[] rejected =
        RewardScoring.rewards(head, tokens.stream().map(TokenPair::rejected).toList());
    int[] lengths =
        Stream.concat(
                tokens.stream().map(TokenPair::chosen), tokens.stream().map(TokenPair::rejected))
            .mapToInt(each -> each.length)
            .toArray();
    return PairReport.of(chosen, rejected, lengths);
  }

  private static TokenPair tokens(Tokenizer tokenizer, PreferencePair pair) {
    String prompt = pair.prompt().text();
    return new TokenPair(
        LearnedReward.tokens(tokenizer, prompt, Completion.imported(0, pair.chosen())),
        LearnedReward.tokens(tokenizer, prompt, Completion.imported(0, pair.rejected())));
  }
}
