package raftlab.kernel.command;

/** How a command ended, as the exit code of a shell call. */
public enum ExitCode {
  DONE(0),
  FAILED(1),
  USAGE(2),
  NOTHING_TO_DO(3),
  DIFFERENT(4),
  INTERRUPTED(130);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }
}
