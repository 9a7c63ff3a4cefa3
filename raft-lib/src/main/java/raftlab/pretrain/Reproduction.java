package raftlab.pretrain;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import raftlab.core.Checks;
import raftlab.core.PromptSet;
import raftlab.core.RunContext;
import raftlab.core.SamplingSettings;
import raftlab.data.minimath.MiniMath;
import raftlab.eval.EvalReport;
import raftlab.eval.Evaluator;
import raftlab.eval.PairedComparison;
import raftlab.generate.DecoderSampler;
import raftlab.model.DecoderPolicy;
import raftlab.reward.VerifierCheck;
import raftlab.run.RunDirectory;

/**
 * What a second training by a model's recipe gave, beside the model itself.
 *
 * <p>On the same kind of processor with the same number of threads the weights are the same, bit by
 * bit. Elsewhere rounding differs and grows over the steps; the stated tolerance is then {@link
 * #CURVE_TOLERANCE} on the loss of the first steps, {@link #LOSS_TOLERANCE} on the mean loss of the
 * whole training and {@link #PASS_TOLERANCE} on pass@1.
 *
 * @param steps optimizer steps that were taken again
 * @param sameBits whether all weights are equal bit by bit; false if not all steps were taken
 * @param curveDifference largest relative difference of the loss over the first fifty steps
 * @param lossDifference relative difference of the mean loss; NaN if not all steps were taken
 * @param pass1 pass@1 on Mini-500 of the new model minus that of the old one; empty if the bits are
 *     the same or not all steps were taken
 */
public record Reproduction(
    int steps,
    boolean sameBits,
    double curveDifference,
    double lossDifference,
    Optional<PairedComparison> pass1) {

  /** Relative, on the loss of each of the first fifty steps. */
  public static final double CURVE_TOLERANCE = 0.002;

  /** Relative, on the mean loss of the training. */
  public static final double LOSS_TOLERANCE = 0.01;

  /** Absolute, on pass@1 at temperature 1 on Mini-500. */
  public static final double PASS_TOLERANCE = 0.04;

  private static final int SAMPLES = 8;
  private static final int LONGEST = 128;
  private static final int CURVE_STEPS = 50;

  /**
   * Trains by the recipe of a model folder and compares.
   *
   * @param model folder with {@code recipe.json} and {@code training.json}
   * @param steps 0 for the whole training, else only so many steps of it, whose losses are compared
   * @param scratch folder for the new model, which stays there
   */
  public static Reproduction of(Path model, int steps, Path scratch, RunContext context) {
    Checks.user(
        Files.isRegularFile(model.resolve("recipe.json"))
            && Files.isRegularFile(model.resolve("training.json")),
        model + " has no recipe.json and training.json",
        "only a model that train-base made can be trained again by its recipe",
        "Give the folder of such a model, or none for the embedded one");
    BaseRecipe recipe = RunDirectory.readRecord(model.resolve("recipe.json"), BaseRecipe.class);
    BaseLog before = RunDirectory.readRecord(model.resolve("training.json"), BaseLog.class);
    if (steps > 0 && steps < recipe.steps()) {
      LossCurve curve = BaseTraining.firstSteps(recipe, steps, scratch, context);
      return new Reproduction(
          steps, false, difference(curve, before), Double.NaN, Optional.empty());
    }
    try (DecoderPolicy again = BaseTraining.train(recipe, scratch, context)) {
      BaseLog log = RunDirectory.readRecord(scratch.resolve("training.json"), BaseLog.class);
      boolean same = log.weights().equals(before.weights());
      return new Reproduction(
          recipe.steps(),
          same,
          difference(log.curve(), before),
          Math.abs(log.report().meanLoss() / before.report().meanLoss() - 1),
          same ? Optional.empty() : Optional.of(compare(again, model, recipe.seed(), context)));
    }
  }

  /** Returns whether everything that was compared is within the stated tolerance. */
  public boolean agrees() {
    return sameBits
        || (curveDifference <= CURVE_TOLERANCE
            && !(lossDifference > LOSS_TOLERANCE)
            && pass1
                .map(each -> Math.abs(each.difference().value()) <= PASS_TOLERANCE)
                .orElse(true));
  }

  private static double difference(LossCurve curve, BaseLog before) {
    return curve.upTo(CURVE_STEPS).largestDifference(before.curve());
  }

  private static PairedComparison compare(
      DecoderPolicy again, Path model, long seed, RunContext context) {
    try (DecoderPolicy old = DecoderPolicy.load(model)) {
      return PairedComparison.of(evaluate(again, seed, context), evaluate(old, seed, context));
    }
  }

  private static EvalReport evaluate(DecoderPolicy policy, long seed, RunContext context) {
    PromptSet problems = MiniMath.mini500();
    return new Evaluator(VerifierCheck.forReward("math"))
        .evaluate(
            new DecoderSampler(policy),
            problems,
            SamplingSettings.of(SAMPLES, LONGEST, seed).withTemperature(1),
            List.of(),
            context);
  }
}
