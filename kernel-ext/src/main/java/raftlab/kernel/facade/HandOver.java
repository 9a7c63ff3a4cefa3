package raftlab.kernel.facade;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Passes objects between the kernel and the snippets it writes, which can only be given text.
 * Public for those snippets; not for use in cells. Thread-safe.
 */
public final class HandOver {

  private static final Map<String, Object> WAITING = new ConcurrentHashMap<>();

  private HandOver() {}

  /** Leaves a value and returns the key under which one snippet can take it. */
  public static String leave(Object value) {
    String key = UUID.randomUUID().toString();
    WAITING.put(key, value);
    return key;
  }

  /** Takes a value away; null if it was never there. */
  public static Object take(String key) {
    return WAITING.remove(key);
  }

  /** Returns its argument: gives a lambda the type it needs. */
  public static <T> T same(T value) {
    return value;
  }
}
