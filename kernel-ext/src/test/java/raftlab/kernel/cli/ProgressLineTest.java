package raftlab.kernel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgressLineTest {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final HandClock clock = new HandClock();

  private ProgressLine line(boolean terminal) {
    return new ProgressLine(
        new PrintStream(written, true, StandardCharsets.UTF_8), terminal, clock);
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  @Test
  void writesOneLineInFiveSecondsWhereNobodyWatches() {
    ProgressLine line = line(false);
    for (int step = 1; step <= 11; step++) {
      line.set("step " + step);
      clock.now = clock.now.plusSeconds(1);
    }
    assertEquals("step 1\nstep 6\nstep 11\n", text());
  }

  @Test
  void theLastStateStaysHoweverQuickItCame() {
    ProgressLine line = line(false);
    line.set("step 1");
    line.set("step 2");
    line.end();
    assertEquals("step 1\nstep 2\n", text());
  }

  @Test
  void redrawsOneLineOnATerminalAndCoversALongerOne() {
    ProgressLine line = line(true);
    line.set("step 10, slow");
    clock.now = clock.now.plus(Duration.ofMillis(100));
    line.set("step 11");
    line.end();
    assertEquals("\rstep 10, slow\rstep 11      \n", text());
  }

  @Test
  void redrawsAtMostTenTimesASecond() {
    ProgressLine line = line(true);
    for (int step = 0; step < 1000; step++) {
      line.set("step " + step);
      clock.now = clock.now.plusMillis(1);
    }
    assertEquals(10, text().chars().filter(c -> c == '\r').count());
  }

  @Test
  void endsWithoutALineIfThereWasNoProgress() {
    line(true).end();
    assertEquals("", text());
  }

  private static final class HandClock extends Clock {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
