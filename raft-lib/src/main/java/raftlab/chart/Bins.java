package raftlab.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Where values go. Up to twelve different values have a bin each; more are put into bins of equal
 * width, 1, 2 or 5 times a power of ten, about twelve of them between the percentiles 0.5 and 99.5.
 * Values further out are in the first and the last bin, whose labels then say so.
 *
 * @param labels a bin's value or its lower end, in ascending order
 * @param values the values of the bins, if each has one
 * @param first the number of the first bin from zero, in steps
 * @param step the width; 0 if each bin has one value
 */
record Bins(List<String> labels, List<Double> values, long first, double step) {

  private static final int FEW = 12;
  private static final int MANY = 12;
  private static final double OUTSIDE = 0.005;
  private static final double[] STEPS = {1, 2, 5, 10};

  /** Chooses bins for ascending finite values. */
  static Bins of(double[] all) {
    List<Double> distinct = Arrays.stream(all).distinct().boxed().toList();
    if (distinct.size() <= FEW) {
      return new Bins(distinct.stream().map(Bins::text).toList(), distinct, 0, 0);
    }
    int outside = (int) (OUTSIDE * all.length);
    double low = all[outside];
    double high = all[all.length - 1 - outside];
    double step = step(high > low ? high - low : all[all.length - 1] - all[0]);
    long first = number(low, step);
    long last = number(high, step);
    List<String> labels = new ArrayList<>();
    for (long i = first; i <= last; i++) {
      labels.add(text(i * step));
    }
    if (number(all[0], step) < first) {
      labels.set(0, "< " + text((first + 1) * step));
    }
    if (number(all[all.length - 1], step) > last) {
      labels.set(labels.size() - 1, "\u2265 " + text(last * step));
    }
    return new Bins(List.copyOf(labels), List.of(), first, step);
  }

  /** Returns the bin of a value. */
  int index(double value) {
    if (step == 0) {
      return Collections.binarySearch(values, value);
    }
    return (int) Math.max(0, Math.min(labels.size() - 1, number(value, step) - first));
  }

  private static long number(double value, double step) {
    return (long) Math.floor(value / step);
  }

  private static double step(double range) {
    double least = range / (MANY - 1);
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    return Arrays.stream(STEPS)
        .map(each -> each * power)
        .filter(s -> s >= least)
        .findFirst()
        .orElse(10 * power);
  }

  private static String text(double value) {
    String text = String.format(Locale.ROOT, "%.4g", value);
    return text.contains("e") || !text.contains(".") ? text : text.replaceFirst("\\.?0+$", "");
  }
}
