package raftlab.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import raftlab.core.UserError;

class HistogramTest {

  @Test
  void givesFewValuesABarEachAndSharesOfEachSample() {
    List<BarSeries> series =
        new Histogram()
            .add("right", DoubleStream.of(1, 1, 0, 1))
            .add("wrong", DoubleStream.of(-0.5, Double.NaN))
            .series();
    assertEquals(
        Map.of("-0.5", Mark.of(0), "0", Mark.of(0.25), "1", Mark.of(0.75)), series.get(0).bars());
    assertEquals(List.of("-0.5", "0", "1"), List.copyOf(series.get(1).bars().keySet()));
    assertEquals(Mark.of(1), series.get(1).bars().get("-0.5"));
  }

  @Test
  void putsManyValuesIntoCommonBinsOfARoundWidth() {
    Map<String, Mark> bars =
        new Histogram()
            .add("a", IntStream.range(0, 100).mapToDouble(i -> i / 10.0 - 5))
            .series()
            .get(0)
            .bars();
    assertEquals(10, bars.size());
    assertEquals(List.of("-5", "-4", "-3"), List.copyOf(bars.keySet()).subList(0, 3));
    bars.values().forEach(bar -> assertEquals(0.1, bar.value(), 1e-12));
  }

  @Property(tries = 100)
  void losesNoValue(
      @ForAll @Size(min = 13, max = 60) List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
    Map<String, Mark> bars =
        new Histogram()
            .add("a", values.stream().mapToDouble(Double::doubleValue))
            .series()
            .get(0)
            .bars();
    assertEquals(1, bars.values().stream().mapToDouble(Mark::value).sum(), 1e-9);
    assertTrue(bars.size() <= 21, bars.size() + " bins");
  }

  @Test
  void gathersTheFarEndsInMarkedBins() {
    Map<String, Mark> bars =
        new Histogram()
            .add(
                "a",
                DoubleStream.concat(
                    IntStream.range(0, 999).mapToDouble(i -> i / 100.0), DoubleStream.of(1e6)))
            .series()
            .get(0)
            .bars();
    List<String> labels = List.copyOf(bars.keySet());
    assertEquals("\u2265 9", labels.get(labels.size() - 1));
    assertEquals(10, labels.size());
    assertEquals(0.1, bars.get("\u2265 9").value(), 1e-12);
  }

  @Test
  void leavesAnEmptySampleWithoutBars() {
    Histogram histogram =
        new Histogram().add("some", DoubleStream.of(1)).add("none", DoubleStream.empty());
    assertEquals(Map.of(), histogram.series().get(1).bars());
    assertEquals(0, histogram.count("none"));
    assertThrows(
        UserError.class,
        () -> new Histogram().add("none", DoubleStream.empty()).figure("t", "x", "y"));
  }
}
