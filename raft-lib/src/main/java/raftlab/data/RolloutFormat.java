package raftlab.data;

/** One kind of rollout file: how its rows are recognised and read. Stateless. */
interface RolloutFormat {

  /** Returns the name shown with the import. */
  String name();

  /** Returns whether a file whose first row is this one is of this kind. */
  boolean matches(Row first);

  /** Reads a row. */
  ImportedGroup read(Row row);

  /**
   * Returns whether rows with the same prompt are samples of one group; otherwise each row is a
   * group.
   */
  default boolean groupsRows() {
    return false;
  }
}
