package raftlab.reward.http;

import java.time.Duration;
import raftlab.core.Checks;

/**
 * How patient a served reward is.
 *
 * @param timeout the longest a single exchange may take, from connecting to the last byte
 * @param attempts exchanges tried per completion, 1 or more
 * @param backoff the pause after the first failure; doubles each time
 * @param failuresInARow after so many completions in a row without an answer the scoring ends: the
 *     server is gone, and a run can be resumed when it is back
 */
public record Patience(Duration timeout, int attempts, Duration backoff, int failuresInARow) {

  public Patience {
    Checks.usage(
        timeout.toMillis() > 0,
        "--timeout " + timeout.toMillis() / 1000.0 + " s is no time",
        "",
        "Give more than 0 seconds");
    Checks.usage(
        attempts >= 1, "--attempts " + attempts + " never asks the server", "", "Give 1 or more");
    Checks.atLeast(failuresInARow, 1, "failures in a row");
  }

  /** A minute for an exchange, 4 attempts, pauses from half a second, 8 failures in a row. */
  public static Patience usual() {
    return new Patience(Duration.ofMinutes(1), 4, Duration.ofMillis(500), 8);
  }

  public Patience withTimeout(Duration value) {
    return new Patience(value, attempts, backoff, failuresInARow);
  }

  public Patience withAttempts(int value) {
    return new Patience(timeout, value, backoff, failuresInARow);
  }
}
