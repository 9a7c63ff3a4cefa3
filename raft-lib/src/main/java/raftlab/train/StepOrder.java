package raftlab.train;

import java.util.Arrays;
import java.util.stream.IntStream;
import raftlab.core.Seeds;

/**
 * Which units (examples, or pairs of them) each optimizer step of a call takes: a function of the
 * step's number, so that a call can go on from any. An epoch's last step may be smaller.
 */
final class StepOrder {

  private final int units;
  private final TrainSettings settings;
  private final int call;
  private int drawn = -1;
  private int[] order = {};

  StepOrder(int units, TrainSettings settings, int call) {
    this.units = units;
    this.settings = settings;
    this.call = call;
  }

  int steps() {
    return perEpoch() * settings.epochs();
  }

  int[] units(int step) {
    int epoch = step / perEpoch();
    if (epoch != drawn) {
      order = order(epoch);
      drawn = epoch;
    }
    int from = step % perEpoch() * settings.perStep();
    return Arrays.copyOfRange(order, from, Math.min(units, from + settings.perStep()));
  }

  private int perEpoch() {
    return (units + settings.perStep() - 1) / settings.perStep();
  }

  private int[] order(int epoch) {
    if (!settings.batching().shuffled()) {
      return IntStream.range(0, units).toArray();
    }
    return Seeds.permutation(units, Seeds.derive(settings.seed(), Seeds.key("order"), call, epoch));
  }
}
