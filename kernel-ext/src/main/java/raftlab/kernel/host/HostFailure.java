package raftlab.kernel.host;

/** Ends the cell of a mistake that has been shown; it has no stack. */
final class HostFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  HostFailure(String message) {
    super(message, null, false, false);
  }
}
