package raftlab.kernel.command.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.core.TokenTrace;
import raftlab.core.UserError;
import raftlab.kernel.notebook.Report;

/**
 * Completions of a scored set as a report.
 *
 * @param wrong only those below the best reward of the set
 * @param unknown only those undecided or skipped
 * @param tokens whether to add the number of tokens and their log-probabilities
 * @param count how many
 */
record ShownCompletions(boolean wrong, boolean unknown, boolean tokens, int count) {

  /** Returns the first completions that are wanted, or all of one prompt, counted from 1. */
  Report report(ScoredSet set, Optional<Integer> prompt) {
    List<String> columns =
        new ArrayList<>(List.of("prompt", "completion", "gold", "parsed", "reward", "reason"));
    if (tokens) {
      columns.addAll(List.of("tokens", "log-prob", "least likely token"));
    }
    Report report = Report.of(set.toString(), columns.toArray(String[]::new));
    double best = set.values().max().orElse(0);
    int shown = 0;
    for (ScoredGroup group : groups(set, prompt)) {
      for (Scored each : group.samples()) {
        if ((shown < count || prompt.isPresent()) && wanted(each, best)) {
          shown++;
          report = report.row(cells(group, each, prompt.isPresent()));
        }
      }
    }
    return report;
  }

  private static List<ScoredGroup> groups(ScoredSet set, Optional<Integer> prompt) {
    if (prompt.isEmpty()) {
      return set.groups();
    }
    int index = prompt.get();
    if (index < 1 || index > set.groups().size()) {
      throw new UserError(
          "there is no prompt " + index,
          "the set has " + set.groups().size(),
          "Give a number from 1 to " + set.groups().size());
    }
    return List.of(set.groups().get(index - 1));
  }

  private boolean wanted(Scored each, double best) {
    boolean undecided = each.reward().unknown() || each.reward().skipped();
    return (!wrong && !unknown) || (wrong && each.value() < best) || (unknown && undecided);
  }

  private Object[] cells(ScoredGroup group, Scored each, boolean whole) {
    Completion completion = each.completion();
    List<Object> cells = new ArrayList<>();
    cells.add(whole ? group.prompt().text() : Cut.head(group.prompt().text()));
    cells.add(whole ? completion.text() : Cut.head(completion.text()));
    cells.add(group.prompt().find(Prompt.ANSWER).orElse(""));
    cells.add(each.reward().extracted());
    cells.add(each.reward().skipped() ? "skipped" : each.value());
    cells.add(each.reward().reason());
    if (tokens) {
      addTokens(cells, completion.trace());
    }
    return cells.toArray();
  }

  private static void addTokens(List<Object> cells, TokenTrace trace) {
    cells.add(trace.size());
    if (trace.size() == 0) {
      cells.addAll(List.of("", ""));
      return;
    }
    int least = 0;
    for (int i = 1; i < trace.size(); i++) {
      least = trace.logProb(i) < trace.logProb(least) ? i : least;
    }
    cells.add(String.format(Locale.ROOT, "%.2f", trace.totalLogProb()));
    cells.add(
        String.format(
            Locale.ROOT, "id %d at %d: %.2f", trace.id(least), least, trace.logProb(least)));
  }
}
