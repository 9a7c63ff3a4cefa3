package raftlab.kernel.jshell;

/** Ends a cell in the status {@code error}; its cause says why. */
final class CellError extends RuntimeException {

  private static final long serialVersionUID = 1;

  CellError(Throwable cause) {
    super(String.join("\n", ErrorText.of(cause)), cause, false, false);
  }
}
