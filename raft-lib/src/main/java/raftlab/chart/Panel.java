package raftlab.chart;

import java.util.List;
import raftlab.core.Checks;

/**
 * One of several small charts in a figure.
 *
 * @param title the quantity
 * @param yAxis its unit
 * @param curves its lines; without a point the panel stays empty
 */
public record Panel(String title, String yAxis, List<Curve> curves) {

  public Panel {
    Checks.notBlank(title, "panel title");
    curves = List.copyOf(curves);
  }
}
