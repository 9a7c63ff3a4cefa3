package raftlab.core;

import java.util.Map;

/**
 * What happens during long work. Listeners (progress bar, live chart, events.jsonl) switch on the
 * type.
 */
public sealed interface Event {

  /**
   * How far a phase is.
   *
   * @param phase its name, such as {@code sample}
   * @param done units finished, from 0 to {@code total}
   * @param total units in all
   * @param detail a few words such as the rate, may be empty
   */
  record Progress(String phase, long done, long total, String detail) implements Event {}

  /** One optimizer step: loss, global gradient norm before clipping, learning rate. */
  record TrainStep(int step, int steps, double loss, double gradNorm, double learningRate)
      implements Event {}

  /** A phase of an iteration is done; {@code seconds} is its wall time. */
  record PhaseDone(int iteration, String phase, double seconds) implements Event {}

  /**
   * An iteration is done; the metrics have the names of algorithms.md section 12 and are ordered by
   * name.
   */
  record IterationDone(int iteration, int iterations, Map<String, Double> metrics)
      implements Event {

    public IterationDone {
      metrics = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(metrics));
    }
  }

  /** Something the user should know that stops nothing. */
  record Note(String text) implements Event {}
}
