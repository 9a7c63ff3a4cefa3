package raftlab.kernel.notebook;

/** A result that brings the report it is shown by, rather than having a {@link View} of its own. */
public interface Reported {

  /** Returns headline, table and remarks. */
  Report report();
}
