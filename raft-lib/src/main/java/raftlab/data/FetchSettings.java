package raftlab.data;

import java.net.ProxySelector;
import java.time.Duration;
import raftlab.core.Checks;

/**
 * How patient a download is.
 *
 * @param stall how long nothing may arrive before the connection is given up
 * @param attempts how many attempts in a row may bring nothing new
 * @param backoff the pause after the first failure; doubles each time
 * @param proxy chooses the proxy of an address
 */
public record FetchSettings(Duration stall, int attempts, Duration backoff, ProxySelector proxy) {

  public FetchSettings {
    Checks.notNull(stall, "stall");
    Checks.atLeast(attempts, 1, "attempts");
    Checks.notNull(backoff, "backoff");
    Checks.notNull(proxy, "proxy");
  }

  /** 30 s without a byte, 5 attempts, pauses from 0.5 s, the proxy of the environment. */
  public static FetchSettings usual() {
    return new FetchSettings(
        Duration.ofSeconds(30),
        5,
        Duration.ofMillis(500),
        ProxyFromEnvironment.of(System.getenv(), ProxySelector.getDefault()));
  }
}
