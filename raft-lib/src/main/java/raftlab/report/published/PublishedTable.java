package raftlab.report.published;

import java.util.List;
import java.util.stream.Stream;

/**
 * Numbers of one source.
 *
 * @param id the name in commands
 * @param title the caption
 * @param source paper or repository, and how it was read
 * @param version the source's version: versions differ in their numbers
 * @param protocol how the numbers were obtained, as far as it is known
 * @param rows the numbers in the source's order
 */
public record PublishedTable(
    String id,
    String title,
    String source,
    String version,
    String protocol,
    List<PublishedRow> rows) {

  public PublishedTable {
    rows = List.copyOf(rows);
  }

  /** Returns the rows of one benchmark, in order. */
  public Stream<PublishedRow> of(String benchmark) {
    return rows.stream().filter(row -> row.setting().benchmark().equals(benchmark));
  }

  @Override
  public String toString() {
    return title + ": " + rows.size() + " numbers from " + source + " (" + version + ")";
  }
}
