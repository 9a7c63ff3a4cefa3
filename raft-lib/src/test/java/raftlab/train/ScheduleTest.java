package raftlab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScheduleTest {

  @Test
  void constantStays() {
    assertEquals(1, Schedule.CONSTANT.factor(0, 10, 0));
    assertEquals(1, Schedule.CONSTANT.factor(9, 10, 0));
  }

  @Test
  void linearFallsInAStraightLine() {
    assertEquals(1, Schedule.LINEAR.factor(0, 10, 0));
    assertEquals(0.5, Schedule.LINEAR.factor(5, 10, 0));
  }

  @Test
  void cosineIsAtHalfInTheMiddle() {
    assertEquals(1, Schedule.COSINE.factor(0, 10, 0));
    assertEquals(0.5, Schedule.COSINE.factor(5, 10, 0), 1e-12);
  }

  @Test
  void warmUpRisesFromAboveZeroToTheFullRate() {
    assertEquals(0.25, Schedule.COSINE.factor(0, 10, 3));
    assertEquals(0.75, Schedule.COSINE.factor(2, 10, 3));
    assertEquals(1, Schedule.COSINE.factor(3, 10, 3));
  }
}
