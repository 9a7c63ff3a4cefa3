package raftlab.kernel.notebook;

import java.util.Map;

/**
 * How results of one type are shown. Only {@link #report} must be written: text, HTML, CSV,
 * Markdown and JSON follow from it. Thread-safe.
 */
@FunctionalInterface
public interface View<T> {

  /** Returns headline, table and remarks. */
  Report report(T value);

  /** Returns the bundle for a notebook; charts and the like add an image. */
  default MimeBundle bundle(T value) {
    Report report = report(value);
    return MimeBundle.text(ReportText.of(report)).with(MimeBundle.HTML, ReportHtml.of(report));
  }

  /**
   * Returns the JSON object that scripts read: on a shell it is the last line of standard output.
   * Empty if scripts have nothing to read.
   */
  default Map<String, Object> summary(T value) {
    return Map.of();
  }

  /** Returns what {@code --out FILE} and {@code --format json} write, as a value Gson can write. */
  default Object json(T value) {
    return value;
  }
}
