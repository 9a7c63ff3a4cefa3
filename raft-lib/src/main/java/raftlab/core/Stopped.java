package raftlab.core;

/**
 * The user asked to stop and the work ended at a safe point; what was finished before is kept. Not
 * an error.
 */
public final class Stopped extends RuntimeException {

  private static final long serialVersionUID = 1;

  public Stopped() {
    this("stopped on request");
  }

  /** A stop whose message says what was kept and how to go on. */
  public Stopped(String message) {
    super(message, null, false, false);
  }
}
