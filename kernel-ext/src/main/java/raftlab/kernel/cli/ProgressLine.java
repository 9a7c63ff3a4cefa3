package raftlab.kernel.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The state of running work on standard error. On a terminal it is one line that is redrawn at most
 * ten times a second; elsewhere at most one line in five seconds is written, so that logs stay
 * short. The last state always stays. Thread-safe.
 */
final class ProgressLine {

  private static final Duration REDRAW = Duration.ofMillis(100);
  private static final Duration LOG = Duration.ofSeconds(5);

  private final PrintStream out;
  private final boolean terminal;
  private final Clock clock;
  private Instant written = Instant.EPOCH;
  private String state = "";
  private String visible = "";

  ProgressLine(PrintStream out, boolean terminal, Clock clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
  }

  /** Sets the state: one line of text, further lines are left out on a terminal. */
  synchronized void set(String text) {
    state = terminal ? text.lines().findFirst().orElse("") : text.strip();
    Duration pause = terminal ? REDRAW : LOG;
    if (Duration.between(written, clock.instant()).compareTo(pause) >= 0) {
      write();
    }
  }

  /** Leaves the last state where it is and starts below it. */
  synchronized void end() {
    write();
    if (terminal && !visible.isEmpty()) {
      out.println();
    }
    out.flush();
    state = "";
    visible = "";
    written = Instant.EPOCH;
  }

  private void write() {
    if (state.equals(visible)) {
      return;
    }
    if (terminal) {
      int surplus = Math.max(0, visible.length() - state.length());
      out.print("\r" + state + " ".repeat(surplus));
    } else {
      out.println(state);
    }
    out.flush();
    visible = state;
    written = clock.instant();
  }
}
