package raftlab.algorithm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import raftlab.eval.Parting;

/**
 * One sentence on what a run's numbers show, with the evidence. The first rule that applies speaks.
 */
public final class Diagnosis {

  private Diagnosis() {}

  /** Reads the rounds' metrics by name, the start first; it may be the middle of a run. */
  public static String of(List<Map<String, Double>> curve) {
    return curve.size() < 2 ? "No round was trained." : course(curve) + lowest(curve);
  }

  /** Says what is learnt from although nothing has a lower reward. */
  private static String lowest(List<Map<String, Double>> curve) {
    double share = value(curve.get(curve.size() - 1), "selected/frac_lowest");
    return share < 0.02
        ? ""
        : say(
            "  %.0f %% of what was kept last has the lowest reward: --drop-failed leaves out groups"
                + " in which nothing is right, --min-reward everything below a reward.",
            100 * share);
  }

  private static String course(List<Map<String, Double>> curve) {
    Map<String, Double> first = curve.get(1);
    Map<String, Double> last = curve.get(curve.size() - 1);
    double wrong = value(last, "group/frac_all_wrong");
    if (wrong > 0.9) {
      return say(
          "%.0f %% of the groups are all-wrong: there is little to learn from; try an easier set or a larger -k.",
          100 * wrong);
    }
    double entropyFirst = value(first, "entropy_estimate");
    double entropyLast = value(last, "entropy_estimate");
    if (entropyLast < 0.1 * entropyFirst) {
      return say(
          "Entropy collapsed from %.3f to %.3f nats per token: the policy repeats itself.",
          entropyFirst, entropyLast);
    }
    Optional<String> hacked = hacking(curve);
    if (hacked.isPresent()) {
      return hacked.get();
    }
    double lengthFirst = value(first, "length/mean");
    double lengthLast = value(last, "length/mean");
    if (lengthLast > 1.5 * lengthFirst) {
      return say(
          "Completions grew from %.0f to %.0f tokens: check that the reward does not pay for length.",
          lengthFirst, lengthLast);
    }
    double solved = value(last, "group/frac_all_correct");
    if (solved > 0.5) {
      return say(
          "%.0f %% of the groups are all-right, which leaves little to choose from: drop solved groups or take harder prompts.",
          100 * solved);
    }
    if (curve.size() == 2) {
      return say(
          "After one round the mean reward of its samples is %.3f, their entropy %.3f nats per token.",
          value(last, "reward/mean"), entropyLast);
    }
    double before = value(first, "reward/mean");
    double after = value(last, "reward/mean");
    return say(
        "Mean reward %s from %.3f to %.3f over %d rounds; entropy %.3f to %.3f nats per token.",
        course(after - before), before, after, curve.size() - 1, entropyFirst, entropyLast);
  }

  /**
   * The reward that is trained on rises while gold, or pass@1 where there is no gold, has fallen by
   * more than half the width of its interval.
   */
  private static Optional<String> hacking(List<Map<String, Double>> curve) {
    boolean judged = curve.get(0).containsKey("eval/gold");
    String proxy = judged ? "eval/proxy" : "reward/mean";
    String gold = judged ? "eval/gold" : "eval/pass@1";
    List<Integer> rounds =
        IntStream.range(0, curve.size())
            .filter(i -> curve.get(i).containsKey(proxy) && curve.get(i).containsKey(gold))
            .boxed()
            .toList();
    if (rounds.size() < 2) {
      return Optional.empty();
    }
    List<Double> proxies = rounds.stream().map(i -> curve.get(i).get(proxy)).toList();
    List<Double> golds = rounds.stream().map(i -> curve.get(i).get(gold)).toList();
    Map<String, Double> last = curve.get(rounds.get(rounds.size() - 1));
    double noise = (value(last, gold + "/high") - value(last, gold + "/low")) / 2;
    return Parting.of(proxies, golds, noise)
        .map(
            each ->
                say(
                    "Reward hacking suspected: after round %d %s fell from %.3f to %.3f while the"
                        + " reward rose by %.3f; stop there, raise --kl-beta, or train the reward"
                        + " model on more pairs.",
                    rounds.get(each.at()),
                    judged ? "gold" : "pass@1",
                    each.gold(),
                    each.gold() - each.lost(),
                    each.gained()));
  }

  private static String course(double change) {
    return Math.abs(change) < 0.005 ? "hardly moved," : change > 0 ? "rose" : "fell";
  }

  private static double value(Map<String, Double> metrics, String name) {
    return metrics.getOrDefault(name, 0.0);
  }

  private static String say(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
