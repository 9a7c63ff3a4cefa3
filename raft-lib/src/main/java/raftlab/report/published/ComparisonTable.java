package raftlab.report.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Published numbers and measured ones side by side: one row for each pair on the same benchmark,
 * each published number without a measurement, and each measurement without a published number. A
 * difference stands only where the settings agree; nothing is ranked.
 */
public final class ComparisonTable {

  private static final List<String> COLUMNS =
      List.of(
          "benchmark",
          "metric",
          "method",
          "model",
          "published",
          "mark",
          "measured",
          "95 % interval",
          "difference",
          "comparable",
          "published with (items x samples)",
          "measured with",
          "source");

  private static final String NONE = "";

  private final List<List<String>> rows = new ArrayList<>();

  private ComparisonTable() {}

  /** Returns the table. */
  public static Table of(String title, List<PublishedTable> published, List<MeasuredRow> measured) {
    ComparisonTable table = new ComparisonTable();
    for (PublishedTable each : published) {
      each.rows().forEach(row -> table.add(each, row, measured));
    }
    for (MeasuredRow row : measured) {
      boolean alone =
          published.stream()
              .noneMatch(each -> each.of(row.setting().benchmark()).findAny().isPresent());
      if (alone) {
        table.addAlone(row);
      }
    }
    return table.columns(title);
  }

  private void add(PublishedTable table, PublishedRow row, List<MeasuredRow> measured) {
    List<MeasuredRow> same =
        measured.stream()
            .filter(one -> one.setting().benchmark().equals(row.setting().benchmark()))
            .toList();
    if (same.isEmpty()) {
      rows.add(cells(table, row, NONE, NONE, NONE, "not measured", NONE));
    }
    for (MeasuredRow one : same) {
      Comparability verdict = Comparability.of(row, one.setting());
      OptionalDouble difference = verdict.difference(one.percent(), row);
      rows.add(
          cells(
              table,
              row,
              percent(one.percent()),
              interval(one),
              difference.isPresent()
                  ? String.format(Locale.ROOT, "%+.2f", difference.getAsDouble())
                  : NONE,
              verdict.comparable() ? "yes" : "no: " + verdict.reason(),
              with(one)));
    }
  }

  private static List<String> cells(
      PublishedTable table,
      PublishedRow row,
      String measured,
      String interval,
      String difference,
      String comparable,
      String with) {
    return List.of(
        row.setting().benchmark(),
        row.setting().metric(),
        row.method(),
        row.setting().model(),
        row.printed() + (row.unit().equals("%") ? " %" : ""),
        row.mark().label().isEmpty()
            ? row.mark().name()
            : row.mark().name() + ", " + row.mark().label(),
        measured,
        interval,
        difference,
        comparable,
        words(row.setting()),
        with,
        source(table, row));
  }

  private void addAlone(MeasuredRow row) {
    rows.add(
        List.of(
            row.setting().benchmark(),
            row.setting().metric(),
            "measured",
            row.setting().model(),
            NONE,
            NONE,
            percent(row.percent()),
            interval(row),
            NONE,
            "no published number",
            NONE,
            with(row),
            NONE));
  }

  private static String source(PublishedTable table, PublishedRow row) {
    String place = row.table().isEmpty() ? NONE : ", " + row.table();
    String note = row.note().isEmpty() ? NONE : " (" + row.note() + ")";
    return table.id() + " " + table.version() + place + note;
  }

  private static String words(EvaluationSetting setting) {
    return String.format(
        Locale.ROOT,
        "%s x %s, T=%s, prompt %s, grader %s",
        setting.items(),
        setting.samples(),
        setting.temperature(),
        setting.prompt(),
        setting.grader());
  }

  private static String with(MeasuredRow row) {
    return row.setting().model() + ", " + words(row.setting()) + "; " + row.origin();
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f %%", value);
  }

  private static String interval(MeasuredRow row) {
    return row.share().hasInterval()
        ? String.format(
            Locale.ROOT, "[%.2f, %.2f]", 100 * row.share().low(), 100 * row.share().high())
        : NONE;
  }

  private Table columns(String title) {
    Table table = Table.create(title);
    for (int i = 0; i < COLUMNS.size(); i++) {
      int index = i;
      table.addColumns(
          StringColumn.create(
              COLUMNS.get(index), rows.stream().map(row -> row.get(index)).toList()));
    }
    return table;
  }
}
