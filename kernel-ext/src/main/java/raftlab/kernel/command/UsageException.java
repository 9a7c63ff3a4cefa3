package raftlab.kernel.command;

import raftlab.core.UserError;

/** A command line that cannot be understood; nothing has been run. Exit code 2 on a shell. */
public final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient UserError error;

  public UsageException(UserError error) {
    super(error.getMessage(), null, false, false);
    this.error = error;
  }

  /** Returns the mistake, to be shown like any other. */
  public UserError error() {
    return error;
  }
}
