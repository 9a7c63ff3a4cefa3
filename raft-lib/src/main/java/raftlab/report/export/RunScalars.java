package raftlab.report.export;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import raftlab.run.Manifest;
import raftlab.run.RunDirectory;

/**
 * A run's metrics as TensorBoard scalars: one step per round, 0 the start, tags by the metrics'
 * names. The wall time of a round is the run's start and the seconds of all rounds up to it, so
 * that one run always gives one file.
 */
public final class RunScalars {

  private RunScalars() {}

  /**
   * Writes the file of a run into a folder.
   *
   * @return how many scalars were written
   */
  public static int write(RunDirectory run, Path folder) {
    Manifest manifest =
        RunDirectory.readRecord(run.path().resolve("manifest.json"), Manifest.class);
    Instant started = Instant.parse(manifest.started());
    double time = started.toEpochMilli() / 1e3;
    EventFile file = new EventFile(time);
    int scalars = 0;
    for (int round = 0; round <= run.lastComplete(); round++) {
      Map<String, Double> metrics = metrics(run, round);
      time += metrics.getOrDefault("seconds/round", 0.0);
      file.add(time, round, metrics);
      scalars += metrics.size();
    }
    file.write(folder.resolve("events.out.tfevents." + started.getEpochSecond() + ".raftlab"));
    return scalars;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Double> metrics(RunDirectory run, int round) {
    return RunDirectory.readRecord(run.iteration(round).resolve("metrics.json"), Map.class);
  }
}
