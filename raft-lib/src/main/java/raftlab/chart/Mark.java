package raftlab.chart;

import java.util.Locale;

/**
 * A value with its interval; {@code low} and {@code high} are NaN where there is no interval.
 *
 * @param value the point estimate
 * @param low lower end of the interval, in the unit of the value
 * @param high upper end of the interval
 */
public record Mark(double value, double low, double high) {

  /** A value without an interval. */
  public static Mark of(double value) {
    return new Mark(value, Double.NaN, Double.NaN);
  }

  /** Returns whether both ends of the interval are known. */
  public boolean hasInterval() {
    return Double.isFinite(low) && Double.isFinite(high);
  }

  @Override
  public String toString() {
    String text = String.format(Locale.ROOT, "%.3g", value);
    return hasInterval() ? text + String.format(Locale.ROOT, " [%.3g, %.3g]", low, high) : text;
  }
}
