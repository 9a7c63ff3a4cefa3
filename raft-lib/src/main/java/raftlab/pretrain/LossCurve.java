package raftlab.pretrain;

import java.util.ArrayList;
import java.util.List;
import raftlab.core.Checks;
import raftlab.core.Event;
import raftlab.core.RunContext;

/**
 * The loss of chosen steps of a training: each of the first fifty and then every fiftieth. It tells
 * early whether a second training goes the same way.
 *
 * @param steps numbers of the steps, from 1, rising
 * @param losses mean negative log-likelihood per token at those steps, in nats
 */
public record LossCurve(List<Integer> steps, List<Double> losses) {

  private static final int DENSE = 50;

  public LossCurve {
    steps = List.copyOf(steps);
    losses = List.copyOf(losses);
    Checks.that(steps.size() == losses.size(), () -> "a loss curve has a loss for each step");
  }

  /** Returns the part of the curve up to a step. */
  public LossCurve upTo(int last) {
    int count = (int) steps.stream().filter(step -> step <= last).count();
    return new LossCurve(steps.subList(0, count), losses.subList(0, count));
  }

  /**
   * Returns the largest relative difference over the steps that both curves have; NaN if they share
   * none.
   */
  public double largestDifference(LossCurve other) {
    double largest = Double.NaN;
    for (int i = 0; i < Math.min(steps.size(), other.steps.size()); i++) {
      double difference =
          Math.abs(losses.get(i) - other.losses.get(i)) / Math.abs(other.losses.get(i));
      largest = i == 0 ? difference : Math.max(largest, difference);
    }
    return largest;
  }

  /** Collects the curve of one training from its events. Not thread-safe. */
  static final class Recorder {

    private final List<Integer> steps = new ArrayList<>();
    private final List<Double> losses = new ArrayList<>();
    private int heard;

    RunContext listenTo(RunContext context) {
      return context.andTell(this::hear);
    }

    private void hear(Event event) {
      if (event instanceof Event.TrainStep step) {
        heard = step.step();
        if (heard <= DENSE || heard % DENSE == 0) {
          steps.add(heard);
          losses.add(step.loss());
        }
      }
    }

    /** Returns the number of the last step. */
    int heard() {
      return heard;
    }

    LossCurve curve() {
      return new LossCurve(steps, losses);
    }
  }
}
