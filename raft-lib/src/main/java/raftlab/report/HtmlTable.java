package raftlab.report;

import java.util.List;

/**
 * A table as HTML without scripts, colours or fonts, so that it looks right in a light and in a
 * dark theme; hidden rows are counted below it.
 */
public final class HtmlTable {

  private HtmlTable() {}

  /** Returns the header, at most {@code limit} rows, and how many rows are not shown. */
  public static String of(Grid grid, int limit) {
    StringBuilder html = new StringBuilder("<table>");
    if (!grid.title().isBlank()) {
      html.append("<caption>").append(escape(grid.title())).append("</caption>");
    }
    html.append("<thead>");
    row(html, grid.columns(), grid, "th");
    html.append("</thead><tbody>");
    grid.first(limit).rows().forEach(cells -> row(html, cells, grid, "td"));
    html.append("</tbody></table>");
    HiddenRows.sentence(grid, limit)
        .ifPresent(text -> html.append("<p>").append(text).append("</p>"));
    return html.toString();
  }

  private static void row(StringBuilder html, List<String> cells, Grid grid, String tag) {
    html.append("<tr>");
    for (int i = 0; i < cells.size(); i++) {
      String side = grid.numeric().get(i) ? "right" : "left";
      html.append("<" + tag + " style=\"text-align:" + side + "; white-space:pre-wrap\">");
      html.append(escape(cells.get(i))).append("</" + tag + ">");
    }
    html.append("</tr>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
