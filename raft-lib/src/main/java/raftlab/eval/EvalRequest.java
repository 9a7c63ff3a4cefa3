package raftlab.eval;

import java.util.ArrayList;
import java.util.List;
import raftlab.core.Checks;
import raftlab.core.UsageError;

/**
 * What to measure. pass@1 is always measured, whether it is asked for or not.
 *
 * @param metrics in the order of the report
 * @param confidence of every interval
 */
public record EvalRequest(List<Metric> metrics, Confidence confidence) {

  public EvalRequest {
    metrics = List.copyOf(metrics);
    Checks.notNull(confidence, "confidence");
  }

  /** The metrics with 95 % intervals. */
  public static EvalRequest of(List<Metric> metrics) {
    return new EvalRequest(metrics, Confidence.USUAL);
  }

  /** pass@k and maj@k for each k beyond 1, and the majority of all n samples. */
  public static EvalRequest passAndMajority(List<Integer> ks, int n) {
    List<Metric> metrics = new ArrayList<>();
    ks.stream().distinct().filter(k -> k != 1).forEach(k -> metrics.add(passOf(k)));
    ks.stream().distinct().filter(k -> k != 1).sorted().map(Metric::majority).forEach(metrics::add);
    if (n > 1 && !ks.contains(n)) {
      metrics.add(Metric.majority(n));
    }
    return of(metrics);
  }

  private static Metric passOf(int k) {
    Checks.usage(k >= 1, "--metrics pass@" + k + " is not a metric", "", "Use pass@1 or more");
    return Metric.pass(k);
  }

  /**
   * Refuses metrics of more samples than there are.
   *
   * @param samples the fewest that a problem has
   * @param sampled whether {@code --n} decides how many there are
   * @throws UsageError if a metric needs more
   */
  public void requireSamples(int samples, boolean sampled) {
    for (Metric metric : metrics) {
      if (metric.k() > samples) {
        String fewer = new Metric(metric.kind(), samples).toString();
        throw new UsageError(
            "--metrics "
                + metric
                + " needs at least "
                + metric.k()
                + " samples per problem, "
                + (sampled ? "--n is " : "the set has ")
                + samples,
            "",
            sampled ? "Use --n " + metric.k() + " or " + fewer : "Use " + fewer);
      }
    }
  }

  /** Returns whether a metric of this kind is asked for. */
  boolean has(Metric.Kind kind) {
    return metrics.stream().anyMatch(metric -> metric.kind() == kind);
  }
}
