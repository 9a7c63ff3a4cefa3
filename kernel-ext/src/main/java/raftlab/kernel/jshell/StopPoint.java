package raftlab.kernel.jshell;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the loops and methods of cells pass by: code that was given up ends here rather than keep a
 * core busy for as long as the kernel lives. Public because cells call it; nothing else should.
 * Thread-safe.
 */
public final class StopPoint {

  private static final Set<Thread> GIVEN_UP = ConcurrentHashMap.newKeySet();

  // Read by every pass, so that a look at the set is rare.
  private static volatile boolean any;

  private StopPoint() {}

  /** Ends the code of a cell. An error, so that code which catches exceptions ends too. */
  static final class Passed extends Error {
    private static final long serialVersionUID = 1;

    Passed() {
      super("the cell was interrupted", null, false, false);
    }
  }

  /** Returns at once unless the calling thread's code was given up. */
  public static void pass() {
    if (any && GIVEN_UP.contains(Thread.currentThread())) {
      throw new Passed();
    }
  }

  /** Lets the code of a thread end at the next point that it passes. */
  static synchronized void stop(Thread thread) {
    GIVEN_UP.add(thread);
    any = true;
  }

  /** Takes {@link #stop} back: the thread goes on to other code. */
  static synchronized void spare(Thread thread) {
    GIVEN_UP.remove(thread);
    any = !GIVEN_UP.isEmpty();
  }
}
