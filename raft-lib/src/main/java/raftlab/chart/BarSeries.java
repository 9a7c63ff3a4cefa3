package raftlab.chart;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bars of one colour, such as one policy's accuracy by level; labels keep their order. */
public record BarSeries(String name, Map<String, Mark> bars) {

  public BarSeries {
    bars = Collections.unmodifiableMap(new LinkedHashMap<>(bars));
  }
}
