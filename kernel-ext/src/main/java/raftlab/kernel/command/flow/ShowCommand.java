package raftlab.kernel.command.flow;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.core.Prompt;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;

/** Shows completions with their answers, rewards and reasons. */
public final class ShowCommand implements Command {

  private static final int LONGEST = 160;

  @Parameters(arity = "0..1", description = "scored rollouts (the last ones)")
  String scored;

  @Option(names = "--wrong", description = "only those below the best reward")
  boolean wrong;

  @Option(names = "-n", defaultValue = "10", description = "so many")
  int count;

  @Override
  public Object run(Session session) {
    var set = session.get(Kinds.SCORED, scored);
    double best = set.values().max().orElse(0);
    Report report = Report.of(set.toString(), "prompt", "completion", "gold", "parsed", "reward", "reason");
    int shown = 0;
    for (ScoredGroup group : set.groups()) {
      for (Scored each : group.samples()) {
        if (shown < count && !(wrong && each.value() >= best)) {
          shown++;
          report =
              report.row(
                  cut(group.prompt().text()),
                  cut(each.completion().text()),
                  group.prompt().find(Prompt.ANSWER).orElse(""),
                  each.reward().extracted(),
                  each.reward().skipped() ? "skipped" : each.value(),
                  each.reward().reason());
        }
      }
    }
    return report;
  }

  private static String cut(String text) {
    String line = text.replace('\n', ' ');
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " ...";
  }
}
