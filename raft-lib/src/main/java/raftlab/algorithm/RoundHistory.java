package raftlab.algorithm;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import raftlab.run.RunDirectory;

/**
 * The numbers of the rounds that are done, as the run directory has them; 0 is the start. A run
 * that is taken up again so knows what one that went on remembers.
 */
record RoundHistory(RunDirectory run) {

  /** Writes the numbers of a round, which then counts as done. */
  void write(int round, IterationMetrics metrics) {
    RunDirectory.writeRecord(file(round), metrics.values());
  }

  @SuppressWarnings("unchecked")
  Map<String, Double> metrics(int round) {
    return RunDirectory.readRecord(file(round), Map.class);
  }

  /** Returns the numbers of the start and of all rounds up to the last one that is done. */
  List<Map<String, Double>> curve() {
    return IntStream.rangeClosed(0, run.lastComplete()).mapToObj(this::metrics).toList();
  }

  /** Returns how many tokens were sampled before a round. */
  double tokensBefore(int round) {
    double tokens = 0;
    for (int i = 1; i < round; i++) {
      tokens += metrics(i).getOrDefault("tokens/sampled", 0.0);
    }
    return tokens;
  }

  /** Returns how many rounds right before one kept nothing. */
  int emptyBefore(int round) {
    int empty = 0;
    while (round - 1 - empty >= 1
        && metrics(round - 1 - empty).getOrDefault("selected/count", 1.0) == 0) {
      empty++;
    }
    return empty;
  }

  /** Returns the largest value of a metric up to a round, whose own value is {@code now}. */
  double best(int round, String name, double now) {
    return IntStream.range(0, round)
        .mapToDouble(i -> metrics(i).getOrDefault(name, Double.NEGATIVE_INFINITY))
        .reduce(now, Math::max);
  }

  private Path file(int round) {
    return run.iteration(round).resolve("metrics.json");
  }
}
