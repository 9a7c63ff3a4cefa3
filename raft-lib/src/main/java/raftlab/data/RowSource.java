package raftlab.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Rows of a file, one after the other. Not thread-safe. */
interface RowSource extends Closeable {

  /** What one step found: a row, or one that could not be read. Exactly one is present. */
  record Step(Optional<Row> row, Optional<BrokenRow> broken) {

    static Step of(Row row) {
      return new Step(Optional.of(row), Optional.empty());
    }

    static Step broken(Place place, String reason) {
      return new Step(Optional.empty(), Optional.of(new BrokenRow(place, reason)));
    }
  }

  /** Returns the next step, or empty at the end. */
  Optional<Step> next() throws IOException;
}
