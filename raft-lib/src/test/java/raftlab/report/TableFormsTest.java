package raftlab.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TableFormsTest {

  private static final Grid GRID =
      Grid.of(
          Table.create(
              "t",
              StringColumn.create("a|b", "x, \"y\"", "", "50% <b>"),
              IntColumn.create("n", 1, 20, 3),
              DoubleColumn.create("r", 0.5, Double.NaN, 0.0000123)));

  @Test
  void alignsTextLeftAndNumbersRight() {
    assertEquals(
        """
        a|b       n          r
        x, "y"    1     0.5000
                 20
        50% <b>   3  1.230e-05""",
        TextTable.of(GRID, 3));
  }

  @Test
  void saysHowManyRowsAreNotShown() {
    assertEquals(
        "a|b     n       r\nx, \"y\"  1  0.5000\n2 of 3 rows are not shown", TextTable.of(GRID, 1));
    String html = HtmlTable.of(GRID, 1);
    assertEquals("<p>2 of 3 rows are not shown</p>", html.substring(html.indexOf("<p>")));
  }

  @Test
  void escapesWhatHtmlWouldRead() {
    String html = HtmlTable.of(GRID, 3);
    assertEquals(
        "<td style=\"text-align:left; white-space:pre-wrap\">50% &lt;b&gt;</td>",
        html.substring(html.indexOf("<td style=\"text-align:left; white-space:pre-wrap\">50"))
            .split("(?<=</td>)")[0]);
  }

  @Test
  void quotesCsv() {
    assertEquals(
        "a|b,n,r\n\"x, \"\"y\"\"\",1,0.5000\n,20,\n50% <b>,3,1.230e-05\n", TableExport.csv(GRID));
  }

  @Test
  void keepsBarsInsideMarkdownCells() {
    assertEquals(
        """
        | a\\|b | n | r |
        | --- | ---: | ---: |
        | x, "y" | 1 | 0.5000 |
        |  | 20 |  |
        | 50% <b> | 3 | 1.230e-05 |
        """,
        TableExport.markdown(GRID));
  }

  @Test
  void writesATabularThatLatexReads() {
    assertEquals(
        """
        \\begin{tabular}{lrr}
        \\toprule
        a\\textbar{}b & n & r \\\\
        \\midrule
        x, "y" & 1 & 0.5000 \\\\
         & 20 &  \\\\
        50\\% \\textless{}b\\textgreater{} & 3 & 1.230e-05 \\\\
        \\bottomrule
        \\end{tabular}
        """,
        TableExport.latex(GRID));
  }

  @Test
  void cutsLongCellsAndFoldsLines() {
    Grid grid = Grid.of(Table.create("t", StringColumn.create("c", "one\n two", "x".repeat(80))));
    assertEquals("c\none ⏎ two\n" + "x".repeat(59) + "…", TextTable.of(grid, 9));
  }
}
