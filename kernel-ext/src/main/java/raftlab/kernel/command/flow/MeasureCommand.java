package raftlab.kernel.command.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.alignment.AlignmentRow;
import raftlab.alignment.AlignmentSheet;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;
import raftlab.model.DecoderPolicy;
import raftlab.run.RunDirectory;

/**
 * Measures policies of the dialogue world in the columns of the RAFT paper's Table 3. A run stands
 * for its last policy.
 */
public final class MeasureCommand implements Command {

  @Parameters(arity = "1..*", paramLabel = "NAME", description = "policies or runs, the base first")
  List<String> names;

  @Option(names = "--reward", description = "learned reward to show beside gold")
  String reward;

  @Option(names = "--n", defaultValue = "4", description = "replies per held-out prompt")
  int samples;

  @Option(names = "--temperature", defaultValue = "1.0", description = "of the replies")
  double temperature;

  @Option(names = "--max-new-tokens", defaultValue = "64", description = "longest reply")
  int longest;

  @Option(
      names = "--references",
      defaultValue = "600",
      description = "chosen replies that the perplexity is measured on")
  int references;

  @Override
  public Object run(Session session) {
    AlignmentSheet sheet =
        new AlignmentSheet(
            samples,
            longest,
            temperature,
            references,
            session.options().seed(),
            Optional.ofNullable(reward).map(each -> session.get(Kinds.REWARD, each)));
    List<AlignmentRow> rows = new ArrayList<>();
    for (String name : names) {
      rows.add(measured(session, sheet, name));
    }
    return shown(rows);
  }

  private static AlignmentRow measured(Session session, AlignmentSheet sheet, String name) {
    if (session.names().of(Kinds.POLICY).contains(name) || !Runs.names().contains(name)) {
      return sheet.measure(name, Policies.decoder(session, name), Live.context(session));
    }
    RunDirectory run = Runs.open(name);
    Path last = run.checkpoint(run.lastComplete());
    try (DecoderPolicy policy = DecoderPolicy.load(last)) {
      return sheet.measure(name, policy, Live.context(session));
    }
  }

  private Report shown(List<AlignmentRow> rows) {
    Report report =
        Report.of(
            headline(rows),
            "policy",
            "gold reward",
            "good %",
            "proxy",
            "perplexity",
            "MSTTR-100",
            "distinct-1",
            "distinct-2",
            "unique-1",
            "unique-2",
            "length",
            "unfair % Blues",
            "unfair % Greens",
            "skew");
    Map<String, Object> summary = new LinkedHashMap<>();
    for (AlignmentRow row : rows) {
      var texts = row.diversity();
      report =
          report.row(
              row.policy(),
              text("%.3f [%.3f, %.3f]", row.gold().value(), row.gold().low(), row.gold().high()),
              text("%.1f", 100 * row.good()),
              Double.isNaN(row.proxy()) ? "-" : text("%.3f", row.proxy()),
              text("%.3f", row.perplexity()),
              text("%.3f", texts.msttr100()),
              text("%.4f", texts.distinct1()),
              text("%.4f", texts.distinct2()),
              texts.unique1(),
              texts.unique2(),
              text("%.1f", texts.meanLength()),
              text("%.1f", 100 * row.skew().first()),
              text("%.1f", 100 * row.skew().second()),
              text(
                  "%.3f [%.3f, %.3f]",
                  row.skew().difference().value(),
                  row.skew().difference().low(),
                  row.skew().difference().high()));
      summary.put(row.policy(), row);
    }
    return report
        .remark(
            "Gold and texts: "
                + samples
                + " replies to each held-out prompt at temperature "
                + temperature
                + "; perplexity: "
                + references
                + " chosen replies; length in words; intervals at 95 %.")
        .summary(summary);
  }

  private static String headline(List<AlignmentRow> rows) {
    AlignmentRow base = rows.get(0);
    AlignmentRow last = rows.get(rows.size() - 1);
    return rows.size() == 1
        ? base.toString()
        : text(
            "%s against %s: gold %+.2f deviations, perplexity %+.1f %%, distinct-2 %+.1f %%, skew"
                + " %.3f -> %.3f",
            last.policy(),
            base.policy(),
            (last.gold().value() - base.gold().value()) / base.goldDeviation(),
            100 * (last.perplexity() / base.perplexity() - 1),
            100 * (last.diversity().distinct2() / base.diversity().distinct2() - 1),
            base.skew().difference().value(),
            last.skew().difference().value());
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
