package raftlab.model;

import java.util.List;
import raftlab.core.Checks;

/**
 * Low-rank adapters (LoRA, Hu et al. 2021, arXiv 2106.09685, equation 3): a matrix W [out, in]
 * stays as it is and W + (alpha / r) B A is used, of which only A [r, in] and B [out, r] are
 * trained. Deviation: no dropout.
 *
 * @param rank r, at least 1
 * @param alpha numerator of the scale
 * @param targets the matrices of each layer that get one, in the kernels' order
 */
public record LoraSettings(int rank, double alpha, List<LoraTarget> targets) {

  public LoraSettings {
    Checks.usage(
        rank >= 1 && rank <= 4096, "--lora " + rank + " is not a rank", "", "Give one such as 8");
    Checks.usage(
        alpha > 0 && Double.isFinite(alpha),
        "--lora-alpha " + alpha + " is not a scale",
        "adapters are multiplied by alpha / rank",
        "Give a positive number such as " + 2 * rank);
    Checks.usage(
        !targets.isEmpty(), "--target-modules names no matrix", "", "Leave it out for all seven");
    targets = targets.stream().distinct().sorted().toList();
  }

  /** Adapters of this rank on all seven matrices, alpha twice the rank. */
  public static LoraSettings of(int rank) {
    return new LoraSettings(rank, 2.0 * rank, LoraTarget.all());
  }

  /** Returns the factor of B A. */
  public double scale() {
    return alpha / rank;
  }
}
