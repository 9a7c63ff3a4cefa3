package raftlab.loss;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import raftlab.core.Checks;

/**
 * Direct preference optimisation (arXiv 2305.18290; algorithms.md card 8) over pairs, each the
 * chosen sequence and right after it the rejected one:
 *
 * <pre>
 * z = beta ( (l(y_w) - l_ref(y_w)) - (l(y_l) - l_ref(y_l)) ),   l(y) = sum_t l_t
 * L = mean( - (1 - s) log sigmoid(z) - s log sigmoid(-z) )
 * </pre>
 *
 * <p>Both sides end with the end token. Advantages and normalisers have no part in it. Metrics:
 * {@code dpo/chosen} and {@code dpo/rejected} are means of beta (l - l_ref), {@code dpo/margin}
 * their difference, {@code dpo/accuracy} the share of pairs with z &gt; 0, {@code dpo/chosen_logp}
 * the mean of l(y_w), which may fall.
 *
 * @param beta more than 0; TRL has 0.1
 * @param smoothing s, the share of labels taken to be wrong, in [0, 0.5)
 */
public record DirectPreference(double beta, double smoothing) implements PolicyLoss {

  public DirectPreference {
    Checks.usage(
        beta > 0 && Double.isFinite(beta),
        "--beta " + beta + " is not a coefficient",
        "",
        "Give more than 0, such as 0.1");
    Checks.usage(
        smoothing >= 0 && smoothing < 0.5,
        "--label-smoothing " + smoothing + " is not a share of wrong labels",
        "",
        "Give 0 (none) to less than 0.5");
  }

  @Override
  public LossValue of(List<SequenceScores> batch) {
    Checks.that(batch.size() % 2 == 0, () -> batch.size() + " sequences are not pairs");
    int pairs = batch.size() / 2;
    double[][] slopes = new double[batch.size()][];
    Map<String, Double> sums = new TreeMap<>();
    double value = 0;
    for (int i = 0; i < batch.size(); i += 2) {
      SequenceScores chosen = batch.get(i);
      SequenceScores rejected = batch.get(i + 1);
      double up = beta * (sum(chosen.now()) - sum(chosen.reference()));
      double down = beta * (sum(rejected.now()) - sum(rejected.reference()));
      double z = up - down;
      value -= ((1 - smoothing) * Logistic.log(z) + smoothing * Logistic.log(-z)) / pairs;
      double slope =
          beta * (smoothing * Logistic.sigmoid(z) - (1 - smoothing) * Logistic.sigmoid(-z)) / pairs;
      slopes[i] = filled(chosen.length(), slope);
      slopes[i + 1] = filled(rejected.length(), -slope);
      add(sums, "dpo/chosen", up / pairs);
      add(sums, "dpo/rejected", down / pairs);
      add(sums, "dpo/margin", z / pairs);
      add(sums, "dpo/accuracy", (z > 0 ? 1.0 : z == 0 ? 0.5 : 0) / pairs);
      add(sums, "dpo/chosen_logp", sum(chosen.now()) / pairs);
    }
    return new LossValue(value, slopes, new double[batch.size()], sums);
  }

  @Override
  public boolean needsScores() {
    return true;
  }

  @Override
  public boolean needsOld() {
    return false;
  }

  @Override
  public boolean needsReference() {
    return true;
  }

  @Override
  public int unit() {
    return 2;
  }

  private static void add(Map<String, Double> sums, String name, double value) {
    sums.merge(name, value, Double::sum);
  }

  private static double sum(double[] values) {
    return DoubleStream.of(values).sum();
  }

  private static double[] filled(int size, double value) {
    double[] values = new double[size];
    Arrays.fill(values, value);
    return values;
  }
}
