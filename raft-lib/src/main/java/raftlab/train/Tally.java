package raftlab.train;

import java.util.Map;
import java.util.TreeMap;
import raftlab.loss.LossValue;

/** Sums over the steps of one call of training. */
final class Tally {

  private final int steps;
  private int applied;
  private int skipped;
  private int skippedInARow;
  private long tokens;
  private double lossSum;
  private double normSum;
  private double last = Double.NaN;
  private final Map<String, Double> metrics = new TreeMap<>();

  Tally(int steps) {
    this.steps = steps;
  }

  int steps() {
    return steps;
  }

  int done() {
    return applied + skipped;
  }

  int skippedInARow() {
    return skippedInARow;
  }

  /** Counts a step; its metrics only if it was applied. */
  void add(Optimizer.Step step, LossValue value, double bonus, int lossTokens) {
    add(step, value.value() - bonus, lossTokens);
    if (step.applied()) {
      value.metrics().forEach(this::add);
      if (bonus != 0) {
        add("loss/entropy", -bonus);
      }
    }
  }

  /** Counts a step of a loss that has no parts. */
  void add(Optimizer.Step step, double value, int lossTokens) {
    last = value;
    tokens += lossTokens;
    if (!step.applied()) {
      skipped++;
      skippedInARow++;
      return;
    }
    applied++;
    skippedInARow = 0;
    lossSum += value;
    normSum += step.norm();
  }

  private void add(String name, double value) {
    metrics.merge(name, value, name.endsWith("/max") ? Math::max : Double::sum);
  }

  TrainReport report(double seconds) {
    int n = Math.max(1, applied);
    Map<String, Double> means = new TreeMap<>();
    metrics.forEach((name, sum) -> means.put(name, name.endsWith("/max") ? sum : sum / n));
    return new TrainReport(
        applied, skipped, tokens, lossSum / n, last, normSum / n, seconds, means);
  }
}
