package raftlab.core;

/**
 * Work that was understood and could begin, but has nothing to work on, such as training on a
 * selection that kept nothing. A script may want to tell it from work that failed.
 */
public final class NothingToDo extends UserError {

  private static final long serialVersionUID = 1;

  /** {@code known} and {@code advice} may be empty. */
  public NothingToDo(String what, String known, String advice) {
    super(what, known, advice);
  }
}
