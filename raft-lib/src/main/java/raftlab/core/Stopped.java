package raftlab.core;

/**
 * The user asked to stop and the work ended at a safe point; what was finished before is kept. Not
 * an error.
 */
public final class Stopped extends RuntimeException {

  private static final long serialVersionUID = 1;

  public Stopped() {
    super("stopped on request", null, false, false);
  }
}
