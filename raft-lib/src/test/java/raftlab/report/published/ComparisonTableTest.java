package raftlab.report.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import raftlab.core.TemplateId;
import raftlab.core.UserError;
import raftlab.eval.Estimate;
import raftlab.eval.Provenance;
import raftlab.report.Grid;
import raftlab.report.TableForm;
import raftlab.reward.GraderId;
import tech.tablesaw.api.Table;

class ComparisonTableTest {

  private static final EvaluationSetting PUBLISHED =
      new EvaluationSetting("toy", "500", "avg@16", "16", "1.0", "boxed", "Math-Verify", "small");

  private static PublishedTable published(EvaluationSetting setting, Mark mark) {
    return new PublishedTable(
        "t",
        "Toy_table",
        "nobody",
        "v1",
        "",
        List.of(new PublishedRow("RAFT", setting, 77.4, "77.4", "%", mark, "Table 1", "")));
  }

  private static MeasuredRow measured(String benchmark, String model) {
    EvaluationSetting setting =
        new EvaluationSetting(benchmark, "500", "avg@16", "16", "1", "boxed", "Math-Verify", model);
    return new MeasuredRow(
        "run-0001",
        setting,
        new Estimate(0.8, 0.75, 0.85, "bootstrap", 500, 16),
        "abcdef0123",
        new Provenance(
            new TemplateId("boxed", "0123456789abcdef"), new GraderId("math", Map.of(), "7")));
  }

  private static String cell(Table table, String column) {
    return table.stringColumn(column).get(0);
  }

  @Test
  void givesTheDifferenceWhereTheSettingsAgree() {
    Table table =
        ComparisonTable.of(
            "x", List.of(published(PUBLISHED, Mark.S)), List.of(measured("toy", "small")));
    assertEquals(1, table.rowCount());
    assertEquals("77.4 %", cell(table, "published"));
    assertEquals("80.00 %", cell(table, "measured"));
    assertEquals("[75.00, 85.00]", cell(table, "95 % interval"));
    assertEquals("+2.60", cell(table, "difference"));
    assertEquals("yes", cell(table, "comparable"));
    assertEquals(
        "small, 500 x 16, T=1, prompt boxed, grader Math-Verify; run-0001, data abcdef01, template"
            + " 0123456789ab, grader version 7",
        cell(table, "measured with"));
  }

  @Test
  void saysWhyThereIsNoDifference() {
    Table table =
        ComparisonTable.of(
            "x", List.of(published(PUBLISHED, Mark.S)), List.of(measured("toy", "large")));
    assertEquals("", cell(table, "difference"));
    assertEquals("no: model large, published with small", cell(table, "comparable"));
  }

  @Test
  void namesATemplateThatDiffersBesideTheFirstReason() {
    EvaluationSetting other =
        new EvaluationSetting("toy", "unknown", "avg@16", "16", "0.6", "qwen-math", "x", "small");
    Table table =
        ComparisonTable.of(
            "x", List.of(published(other, Mark.S)), List.of(measured("toy", "small")));
    assertEquals(
        "no: item count of the published number is unknown; prompt template boxed, published with"
            + " qwen-math",
        cell(table, "comparable"));
  }

  @Test
  void exportsWhatExplainsTheNumber() {
    Table table = ComparisonTable.of("x", List.of(), List.of(measured("toy", "small")));
    for (String form : List.of("md", "tex", "csv", "html")) {
      String text = TableForm.named(form).of(Grid.of(table));
      assertTrue(text.contains("prompt boxed"), text);
      assertTrue(text.contains("template 0123456789ab, grader version 7"), text);
    }
  }

  @Test
  void neverComparesARecalledNumber() {
    Table table =
        ComparisonTable.of(
            "x", List.of(published(PUBLISHED, Mark.M)), List.of(measured("toy", "small")));
    assertEquals("M, unverified", cell(table, "mark"));
    assertEquals("no: the published value is unverified", cell(table, "comparable"));
  }

  @Test
  void listsAMeasurementThatNobodyPublished() {
    Table table = ComparisonTable.of("x", List.of(), List.of(measured("mini-500", "base")));
    assertEquals("mini-500", cell(table, "benchmark"));
    assertEquals("", cell(table, "published"));
    assertEquals("no published number", cell(table, "comparable"));
  }

  @Test
  void showsThePublishedRowsOfARaftPageAsNotComparable() {
    List<MeasuredRow> measured = List.of(measured("math500", "mine"));
    Table table = ComparisonTable.of("x", PublishedTables.named("raft-page"), measured);
    assertEquals(10, table.rowCount());
    assertTrue(table.stringColumn("difference").asList().stream().allMatch(String::isEmpty));
    assertEquals("P, unverified", cell(table, "mark"));
    assertTrue(cell(table, "comparable").startsWith("no: "));
  }

  @Test
  void aNameLacksAWholeNumberAndNotOnlyItsLastDigits() {
    assertThrows(UserError.class, () -> PublishedTables.named("math5"));
    assertFalse(PublishedTables.named("math").isEmpty());
  }

  @Test
  void findsAllTablesAndBothYearsOfAime() {
    assertEquals(PublishedTables.all(), PublishedTables.named("all"));
    List<PublishedTable> aime = PublishedTables.named("aime");
    assertEquals(
        List.of("raft-page", "online-dpo-r1", "critique-grpo"),
        aime.stream().map(PublishedTable::id).toList());
    assertTrue(
        aime.stream()
            .flatMap(table -> table.rows().stream())
            .allMatch(row -> row.setting().benchmark().startsWith("aime")));
  }

  @Test
  void exportsForBooktabs() {
    Table table =
        ComparisonTable.of(
            "x", List.of(published(PUBLISHED, Mark.S)), List.of(measured("toy", "a_b<c|d")));
    String latex = TableForm.named("tex").of(Grid.of(table));
    assertTrue(latex.startsWith("\\begin{tabular}{lllllllllllll}\n\\toprule\n"), latex);
    assertTrue(latex.contains("77.4 \\%"), latex);
    assertTrue(latex.contains("a\\_b\\textless{}c\\textbar{}d"), latex);
    assertFalse(latex.contains("a_b"), latex);
    assertTrue(TableForm.named("html").of(Grid.of(table)).contains("a_b&lt;c|d"));
  }
}
