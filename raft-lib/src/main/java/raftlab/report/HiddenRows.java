package raftlab.report;

import java.util.Optional;

/** Says how many rows of a table are not shown, so that nobody takes a part for the whole. */
final class HiddenRows {

  private HiddenRows() {}

  static Optional<String> sentence(Grid grid, int limit) {
    int all = grid.rows().size();
    return all <= limit
        ? Optional.empty()
        : Optional.of((all - limit) + " of " + all + " rows are not shown");
  }
}
