package raftlab.kernel.command;

/** What is done when a command ends, such as showing the last state of its progress. */
@FunctionalInterface
public interface EndOfWork {

  /**
   * The command ends.
   *
   * @param completed false if it stopped on request or failed
   */
  void ended(boolean completed);
}
