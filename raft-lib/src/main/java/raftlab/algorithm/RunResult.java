package raftlab.algorithm;

import com.google.gson.annotations.SerializedName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import raftlab.core.Counted;
import raftlab.core.Percent;

/**
 * How a run ended: what result.json holds.
 *
 * @param run its name
 * @param basePass1 pass@1 on the evaluation problems before any training, in [0, 1]
 * @param basePass1Ci its 95 % interval
 * @param finalPass1 the same after the last round
 * @param finalPass1Ci its 95 % interval
 * @param iterations rounds done
 * @param secondsRaft wall time of all rounds, evaluations included
 * @param finalPolicy identity of the final policy
 * @param weightsFolder the final checkpoint, relative to the run's folder
 * @param diagnosis one sentence on what the run shows
 * @param curve each round's metrics by name, the start first
 */
public record RunResult(
    String run,
    @SerializedName("base_pass1") double basePass1,
    @SerializedName("base_pass1_ci") List<Double> basePass1Ci,
    @SerializedName("final_pass1") double finalPass1,
    @SerializedName("final_pass1_ci") List<Double> finalPass1Ci,
    int iterations,
    double secondsRaft,
    String finalPolicy,
    String weightsFolder,
    String diagnosis,
    List<Map<String, Double>> curve) {

  public RunResult {
    basePass1Ci = List.copyOf(basePass1Ci);
    finalPass1Ci = List.copyOf(finalPass1Ci);
    curve = List.copyOf(curve);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: pass@1 %s %% [%s, %s] -> %s %% [%s, %s] after %s, %.0f s",
        run,
        Percent.of(basePass1, 1),
        Percent.of(basePass1Ci.get(0), 1),
        Percent.of(basePass1Ci.get(1), 1),
        Percent.of(finalPass1, 1),
        Percent.of(finalPass1Ci.get(0), 1),
        Percent.of(finalPass1Ci.get(1), 1),
        Counted.of(iterations, "iteration"),
        secondsRaft);
  }
}
