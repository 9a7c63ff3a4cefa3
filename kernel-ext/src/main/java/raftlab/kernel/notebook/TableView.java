package raftlab.kernel.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import raftlab.report.Grid;
import raftlab.report.HtmlTable;
import raftlab.report.TextTable;

/** A Tablesaw table: every row on a shell and in files, the first ones in a notebook. */
final class TableView implements View<Object> {

  private static final int NOTEBOOK_ROWS = 50;

  @Override
  public Report report(Object table) {
    Grid grid = Grid.from(table);
    return new Report(headline(grid), grid.columns(), grid.rows(), List.of());
  }

  @Override
  public MimeBundle bundle(Object table) {
    Grid grid = Grid.from(table);
    return MimeBundle.text(headline(grid) + "\n" + TextTable.of(grid, NOTEBOOK_ROWS))
        .with(MimeBundle.HTML, HtmlTable.of(grid, NOTEBOOK_ROWS));
  }

  /** Returns one object per row, by column. */
  @Override
  public Object json(Object table) {
    Grid grid = Grid.from(table);
    List<Map<String, String>> rows = new ArrayList<>();
    for (List<String> cells : grid.rows()) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < cells.size(); i++) {
        row.put(grid.columns().get(i), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String headline(Grid grid) {
    int rows = grid.rows().size();
    String count = rows + (rows == 1 ? " row" : " rows");
    return grid.title().isBlank() ? count : grid.title() + ": " + count;
  }
}
