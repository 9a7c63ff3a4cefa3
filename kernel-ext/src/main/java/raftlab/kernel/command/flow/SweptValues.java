package raftlab.kernel.command.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import raftlab.core.UserError;
import raftlab.eval.EvalReport;
import raftlab.eval.ProblemValues;
import raftlab.run.RunDirectory;

/**
 * What sweeps are compared by: of each setting the mean over its seeds, problem by problem, and
 * last the start that the runs share, over the same seeds.
 *
 * @param grader what decided
 * @param values one entry per setting, then the start
 */
record SweptValues(String grader, List<ProblemValues> values) {

  static final String START = "start";

  /** Reads the runs of sweeps; a run that has not ended is left out. */
  static SweptValues of(List<String> sweeps) {
    List<RunDirectory> ended =
        Runs.open(sweeps).stream()
            .filter(run -> java.nio.file.Files.isRegularFile(run.path().resolve("result.json")))
            .toList();
    if (ended.isEmpty()) {
      throw new UserError(
          "no run of " + String.join(", ", sweeps) + " has ended", "", "Complete it: resume NAME");
    }
    List<ProblemValues> values = new ArrayList<>();
    for (RunGroup group : RunGroup.bySetting(ended)) {
      values.add(
          ProblemValues.mean(
              group.name().substring(group.name().indexOf('/') + 1),
              group.runs().stream().map(run -> report(run, run.lastComplete())).toList()));
    }
    Map<String, EvalReport> starts = new LinkedHashMap<>();
    for (RunDirectory run : ended) {
      String seed = run.name().replaceFirst("^.*-seed", "");
      starts.putIfAbsent(seed, report(run, 0));
    }
    values.add(ProblemValues.mean(START, List.copyOf(starts.values())));
    return new SweptValues(starts.values().iterator().next().grader(), values);
  }

  private static EvalReport report(RunDirectory run, int round) {
    return RunFigures.evaluation(run, round);
  }
}
