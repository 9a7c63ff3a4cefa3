package raftlab.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Batches of the elements of a JSON array, each written as one line. */
final class ArrayBatches implements LineBatches.Source {

  private static final int BATCH = 1 << 17;

  private final String file;
  private final ArrayRows rows;
  private long element = 1;

  ArrayBatches(String file, InputStream in) {
    this.file = file;
    this.rows = new ArrayRows(file, in);
  }

  @Override
  public Optional<LineBatch> next() throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    List<BrokenRow> broken = new ArrayList<>();
    long first = element;
    Optional<RowSource.Step> step = Optional.empty();
    while (lines.size() < BATCH) {
      step = rows.next();
      if (step.isEmpty()) {
        break;
      }
      element++;
      String text = step.get().row().map(row -> row.json().toString()).orElse("");
      lines.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
      step.get().broken().ifPresent(broken::add);
    }
    return first == element
        ? Optional.empty()
        : Optional.of(
            new LineBatch(file, "element", first, lines.toByteArray(), lines.size(), broken));
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
