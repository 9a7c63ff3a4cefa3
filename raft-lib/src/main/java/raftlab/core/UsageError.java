package raftlab.core;

/**
 * A call that asks for what cannot be: an unknown command or option, or a value out of its range
 * ({@code -k 0 is not a number of completions}). It is the call that must be changed, so a shell
 * ends with another code than for work that failed.
 */
public final class UsageError extends UserError {

  private static final long serialVersionUID = 1;

  /** {@code known} and {@code advice} may be empty. */
  public UsageError(String what, String known, String advice) {
    super(what, known, advice);
  }

  /** An error that needs no more than one sentence. */
  public UsageError(String what) {
    this(what, "", "");
  }

  /** The same mistake, where it was made on the command line. */
  public UsageError(UserError error) {
    this(error.what(), error.known(), error.advice());
  }
}
