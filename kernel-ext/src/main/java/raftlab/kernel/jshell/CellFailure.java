package raftlab.kernel.jshell;

/** A cell ended without result: by an error of its Java, before or while it ran. */
final class CellFailure extends Exception {

  private static final long serialVersionUID = 1;

  /** A cell that does not compile or is incomplete. */
  CellFailure(String text) {
    super(text, null, false, false);
  }

  /** A cell that threw. */
  CellFailure(Throwable thrown) {
    super(thrown.toString(), thrown, false, false);
  }

  /** Returns whether the cell did not compile; it then has no cause. */
  boolean compilation() {
    return getCause() == null;
  }
}
