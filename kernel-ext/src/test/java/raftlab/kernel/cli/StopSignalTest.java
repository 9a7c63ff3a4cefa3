package raftlab.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopSignalTest {

  @Test
  void waitsForTheWorkToEndAtItsSafePoint() throws InterruptedException {
    StopSignal stop = new StopSignal(Duration.ofMinutes(1));
    Thread work =
        new Thread(
            () -> {
              while (!stop.requested()) {
                Thread.onSpinWait();
              }
              stop.ended(130);
            });
    work.start();
    assertTrue(stop.stopAndWait());
    work.join();
  }

  @Test
  void waitsNoLongerThanItsPatience() {
    StopSignal stop = new StopSignal(Duration.ofMillis(20));
    assertFalse(stop.stopAndWait());
    assertTrue(stop.requested());
  }
}
