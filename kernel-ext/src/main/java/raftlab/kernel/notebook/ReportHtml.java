package raftlab.kernel.notebook;

import java.util.List;

/** A report as HTML: headline, table, remarks. */
public final class ReportHtml {

  private ReportHtml() {}

  public static String of(Report report) {
    StringBuilder html = new StringBuilder("<div>");
    html.append("<p><b>").append(lines(report.headline())).append("</b></p>");
    if (!report.columns().isEmpty()) {
      html.append("<table><thead>");
      row(html, report.columns(), "th");
      html.append("</thead><tbody>");
      report.rows().forEach(cells -> row(html, cells, "td"));
      html.append("</tbody></table>");
    }
    report.remarks().forEach(remark -> html.append("<p>").append(lines(remark)).append("</p>"));
    return html.append("</div>").toString();
  }

  private static void row(StringBuilder html, List<String> cells, String tag) {
    html.append("<tr>");
    for (String cell : cells) {
      html.append('<').append(tag).append(" style=\"text-align:left\">");
      html.append(lines(cell)).append("</").append(tag).append('>');
    }
    html.append("</tr>");
  }

  private static String lines(String text) {
    return Html.escape(text).replace("\n", "<br>");
  }
}
