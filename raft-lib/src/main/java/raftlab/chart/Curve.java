package raftlab.chart;

import java.util.List;

/** A named line, such as one run's pass@1 over iterations; points are in ascending x. */
public record Curve(String name, List<Point> points) {

  /** One point of a curve: its place on the x axis and the estimate there. */
  public record Point(double x, Mark y) {}

  public Curve {
    points = List.copyOf(points);
  }
}
