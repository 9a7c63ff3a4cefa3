package raftlab.kernel.command.flow;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import raftlab.chart.Curve;
import raftlab.chart.Mark;
import raftlab.files.JsonFile;
import raftlab.run.RunDirectory;
import raftlab.sweep.SeedMean;

/**
 * Runs that are drawn as one line: a single one, or those that differ in their seed only.
 *
 * @param name what the line is called
 * @param runs at least one
 */
record RunGroup(String name, List<RunDirectory> runs) {

  RunGroup {
    runs = List.copyOf(runs);
  }

  /** Every run by itself. */
  static List<RunGroup> single(List<RunDirectory> runs) {
    return runs.stream().map(run -> new RunGroup(run.name(), List.of(run))).toList();
  }

  /** Runs with equal settings but for the seed, named after their common part. */
  static List<RunGroup> bySetting(List<RunDirectory> runs) {
    Map<String, List<RunDirectory>> groups = new LinkedHashMap<>();
    runs.forEach(run -> groups.computeIfAbsent(setting(run), key -> new ArrayList<>()).add(run));
    List<RunGroup> named = new ArrayList<>();
    Map<String, Integer> used = new HashMap<>();
    for (List<RunDirectory> group : groups.values()) {
      String name = group.get(0).name().replaceFirst("-seed-?\\d+$", "");
      int times = used.merge(name, 1, Integer::sum);
      named.add(new RunGroup(times == 1 ? name : name + " " + times, group));
    }
    return named;
  }

  /** Returns the settings as text, every seed in them left out. */
  private static String setting(RunDirectory run) {
    return withoutSeed(JsonFile.readObject(run.path().resolve("config.json"))).toString();
  }

  private static JsonObject withoutSeed(JsonObject settings) {
    JsonObject rest = new JsonObject();
    for (Map.Entry<String, JsonElement> each : settings.entrySet()) {
      if (each.getValue().isJsonObject()) {
        rest.add(each.getKey(), withoutSeed(each.getValue().getAsJsonObject()));
      } else if (!each.getKey().equals("seed")) {
        rest.add(each.getKey(), each.getValue());
      }
    }
    return rest;
  }

  /**
   * Returns a metric over the rounds: of one run its value, of several the mean over seeds with its
   * 95 % interval, in the rounds that all of them have.
   *
   * @param from the first round, 0 for the start
   * @param label the line's name
   * @param one the mark of a single run in a round that has the metric
   */
  Curve curve(
      int from,
      String label,
      String metric,
      java.util.function.Function<Map<String, Double>, Mark> one) {
    List<List<Map<String, Double>>> all = runs.stream().map(RunFigures::metrics).toList();
    int rounds = all.stream().mapToInt(List::size).min().orElse(0);
    List<Curve.Point> points = new ArrayList<>();
    for (int i = from; i < rounds; i++) {
      int round = i;
      if (all.stream().allMatch(run -> run.get(round).containsKey(metric))) {
        Mark mark =
            runs.size() == 1
                ? one.apply(all.get(0).get(i))
                : mean(all.stream().map(run -> run.get(round)).toList(), m -> m.get(metric));
        points.add(new Curve.Point(i, mark));
      }
    }
    return new Curve(label, points);
  }

  private Mark mean(
      List<Map<String, Double>> metrics, ToDoubleFunction<Map<String, Double>> value) {
    return mean(metrics.stream().map(value::applyAsDouble).toList());
  }

  /** Returns the mean over seeds with its interval. */
  Mark mean(List<Double> values) {
    SeedMean mean = SeedMean.of(name, values);
    return new Mark(mean.mean(), mean.low(), mean.high());
  }

  /** Returns what the band of its lines stands for. */
  static String band(List<RunGroup> groups) {
    return groups.stream().anyMatch(group -> group.runs().size() > 1)
        ? "mean and 95 % interval over seeds"
        : "95 % interval";
  }
}
