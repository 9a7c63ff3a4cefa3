package raftlab.kernel.command.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.files.AtomicFile;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;
import raftlab.report.Grid;
import raftlab.report.TableForm;
import raftlab.report.published.ComparisonTable;
import raftlab.report.published.MeasuredRow;
import raftlab.report.published.PublishedTable;
import raftlab.report.published.PublishedTables;

/** Sets measured numbers beside published ones. */
public final class TableCommand implements Command {

  @Parameters(
      paramLabel = "NAME",
      description =
          "a published table (raft-page, raft-2023, minimalist, critique-grpo, imagereward,"
              + " online-dpo-r1), a benchmark such as math500, aime for both years, or all")
  String name;

  @Option(
      names = "--runs",
      paramLabel = "A,B",
      description = "runs, graded results or files (everything measured here)")
  String runs;

  @Option(
      names = "--published",
      paramLabel = "FILE",
      description = "a published table of your own, in the format of the built-in ones")
  Path published;

  @Option(names = "--export", paramLabel = "FORM", description = "print as md, tex, csv or html")
  String export;

  @Override
  public Object run(Session session) {
    Optional<TableForm> form = Optional.ofNullable(export).map(TableForm::named);
    List<PublishedTable> tables = tables();
    List<MeasuredRow> measured = wanted(tables, Measured.rows(session, runs));
    Object table = ComparisonTable.of(title(), tables, measured);
    session.note(
        measured.isEmpty()
            ? "nothing was measured on " + name + "; grade a file or evaluate a policy first"
            : "a run of a small model shows the method, not the paper's result: see its interval");
    Path out = session.options().out();
    if (out != null) {
      TableForm written = form.or(() -> TableForm.of(out)).orElse(TableForm.CSV);
      AtomicFile.writeText(out, written.of(Grid.from(table)));
      session.note("written to " + out);
    }
    return form.isPresent() && out == null
        ? Report.of(form.get().of(Grid.from(table)).stripTrailing())
        : table;
  }

  @Override
  public boolean writesOut() {
    return true;
  }

  @Override
  public boolean exclusive() {
    return false;
  }

  private List<PublishedTable> tables() {
    List<PublishedTable> tables = new ArrayList<>(PublishedTables.named(name));
    if (published != null) {
      tables.add(PublishedTables.read(published));
    }
    return tables;
  }

  /** Of a table of one benchmark only what was measured on it, of others everything. */
  private List<MeasuredRow> wanted(List<PublishedTable> tables, List<MeasuredRow> measured) {
    if (runs != null) {
      return measured;
    }
    return measured.stream()
        .filter(
            row ->
                tables.stream()
                    .anyMatch(each -> each.of(row.setting().benchmark()).findAny().isPresent()))
        .toList();
  }

  private String title() {
    return "Published and measured, " + name;
  }

  @Override
  public List<String> helpRemarks() {
    return List.of(
        "Marks: S read in a public source, P given on the RAFT page and unverified, M recalled and"
            + " unverified.",
        "A difference stands only where benchmark, items, metric, samples, temperature, prompt,"
            + " grader and model are known on both sides and agree.",
        "Measured rows come from runs, from files that `grade` wrote (it is `grade` that takes"
            + " --benchmark, --model, --template and --temperature) and from `eval --out FILE`.",
        "--out FILE writes md, tex, csv or html by its ending; LaTeX needs the package booktabs.");
  }
}
