package raftlab.kernel.command.flow;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import raftlab.core.Checks;
import raftlab.model.LoraSettings;
import raftlab.model.LoraTarget;

/** Whether an adapter is trained, and of what shape. */
final class LoraOptions {

  @Option(
      names = "--lora",
      paramLabel = "RANK",
      description = "train a new low-rank adapter of this rank instead of all weights")
  Integer rank;

  @Option(names = "--lora-alpha", description = "scale times rank (twice the rank)")
  Double alpha;

  @Option(
      names = "--target-modules",
      split = ",",
      description =
          "matrices that get one (all: q_proj,k_proj,v_proj,o_proj,gate_proj,up_proj,down_proj)")
  List<String> targets;

  Optional<LoraSettings> settings() {
    if (rank == null) {
      Checks.user(
          alpha == null && targets == null,
          (alpha == null ? "--target-modules" : "--lora-alpha") + " needs --lora",
          "without a rank all weights are trained",
          "Add a rank: --lora 8");
      return Optional.empty();
    }
    LoraSettings all = LoraSettings.of(rank);
    return Optional.of(
        new LoraSettings(
            rank,
            alpha == null ? all.alpha() : alpha,
            targets == null
                ? all.targets()
                : targets.stream().map(String::strip).map(LoraTarget::named).toList()));
  }
}
