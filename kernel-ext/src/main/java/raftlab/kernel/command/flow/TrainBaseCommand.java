package raftlab.kernel.command.flow;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.core.Checks;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.ExitCode;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;
import raftlab.model.EmbeddedModel;
import raftlab.pretrain.BaseRecipe;
import raftlab.pretrain.BaseTraining;
import raftlab.pretrain.Reproduction;

/**
 * Trains a base model from nothing on the text of a generated world or of a file, or checks that
 * one can be again.
 */
public final class TrainBaseCommand implements Command {

  private static final String TINY = "tiny";
  private static final String SMALL = "small";

  @Parameters(arity = "0..1", defaultValue = "mini", description = "name of the policy")
  String name;

  @Option(names = "--to", description = "folder for the model (runs/NAME-base)")
  Path to;

  @Option(
      names = "--corpus",
      defaultValue = "minimath",
      paramLabel = "CORPUS",
      description =
          "what it reads: a generated world, minimath or dialogue, or a JSONL file whose rows have"
              + " prompt and completion, or text")
  String corpus;

  @Option(
      names = "--preset",
      defaultValue = TINY,
      description =
          "size: tiny, 1 million parameters (dialogue: 0.2 million), or small, 4.6 million, which"
              + " takes about five times as long")
  String preset;

  @Option(names = "--steps", defaultValue = "0", description = "optimizer steps (0: the recipe's)")
  int steps;

  @Option(
      names = "--lr",
      description =
          "peak learning rate (the recipe's: 2e-3, dialogue 3e-3, half of it for small; a million parameters from nothing"
              + " take a larger one than a large model)")
  Double lr;

  @Option(
      names = "--reproduce",
      description =
          "train the embedded model again by its recipe and compare; with --steps only so many steps")
  boolean reproduce;

  @Option(
      names = "--from",
      description = "with --reproduce: another model folder that train-base made")
  Path from;

  @Override
  public Object run(Session session) {
    Checks.usage(steps >= 0, "--steps " + steps + " trains nothing", "", "Give 1 or more");
    Checks.usage(
        List.of(TINY, SMALL).contains(preset),
        "there is no preset \"" + preset + "\"",
        "",
        "Known: " + TINY + ", " + SMALL);
    Path folder = to == null ? Runs.folder().resolve(name + "-base") : to;
    if (reproduce) {
      Checks.usage(
          lr == null, "--reproduce takes no --lr", "the rate is the recipe's", "Leave it out");
      Checks.usage(
          preset.equals(TINY),
          "--reproduce takes no --preset",
          "the size is the recipe's",
          "Leave it out, or give the folder of that model: --from DIR");
      return reproduce(session, folder);
    }
    return session.keep(
        Kinds.POLICY, name, BaseTraining.train(recipe(), folder, Live.context(session)));
  }

  private BaseRecipe recipe() {
    BaseRecipe world = BaseRecipe.of(corpus);
    BaseRecipe recipe = preset.equals(SMALL) ? world.small() : world;
    BaseRecipe timed = steps > 0 ? recipe.withSteps(steps) : recipe;
    return lr == null ? timed : timed.withLearningRate(lr);
  }

  private Report reproduce(Session session, Path folder) {
    Reproduction found =
        Reproduction.of(
            from == null ? EmbeddedModel.folder() : from, steps, folder, Live.context(session));
    if (!found.agrees()) {
      session.exit(ExitCode.DIFFERENT);
    }
    Report report =
        Report.of(headline(found), "measure", "found", "tolerance")
            .row("optimizer steps taken again", found.steps(), "")
            .row(
                "loss of the first 50 steps, largest relative difference",
                number(found.curveDifference()),
                Reproduction.CURVE_TOLERANCE);
    if (!Double.isNaN(found.lossDifference())) {
      report =
          report
              .row(
                  "mean loss, relative difference",
                  number(found.lossDifference()),
                  Reproduction.LOSS_TOLERANCE)
              .row("same weights bit by bit", found.sameBits() ? "yes" : "no", "");
    }
    if (found.pass1().isPresent()) {
      var difference = found.pass1().get().difference();
      report =
          report.row("pass@1 on Mini-500, difference", difference, Reproduction.PASS_TOLERANCE);
    }
    return report;
  }

  private static String headline(Reproduction found) {
    if (found.sameBits()) {
      return "reproduced: the same weights, bit by bit";
    }
    return found.agrees() ? "reproduced within the stated tolerance" : "not reproduced";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2g", value);
  }
}
