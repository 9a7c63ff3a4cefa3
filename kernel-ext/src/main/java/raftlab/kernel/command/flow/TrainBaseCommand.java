package raftlab.kernel.command.flow;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.pretrain.BaseRecipe;
import raftlab.pretrain.BaseTraining;

/** Trains a base model from nothing on MiniMath's mixed corpus. */
public final class TrainBaseCommand implements Command {

  @Parameters(arity = "0..1", defaultValue = "mini", description = "name of the policy")
  String name;

  @Option(names = "--to", description = "folder for the model (runs/NAME-base)")
  Path to;

  @Option(names = "--steps", defaultValue = "0", description = "optimizer steps (0: the recipe's)")
  int steps;

  @Override
  public Object run(Session session) {
    BaseRecipe recipe = BaseRecipe.EMBEDDED;
    Path folder = to == null ? Runs.folder().resolve(name + "-base") : to;
    return session.keep(
        Kinds.POLICY,
        name,
        BaseTraining.train(
            steps > 0 ? recipe.withSteps(steps) : recipe, folder, Live.context(session)));
  }
}
