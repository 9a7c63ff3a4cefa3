package raftlab.kernel.notebook;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import raftlab.core.Percent;
import raftlab.sweep.SeedMean;
import raftlab.sweep.SweepResult;
import raftlab.sweep.SweptRun;

/** A sweep: a row per run, then the mean over seeds of each setting. */
final class SweepResultView implements View<SweepResult> {

  @Override
  public Report report(SweepResult sweep) {
    Report report =
        Report.of(
            sweep.toString(),
            "setting",
            "seed",
            "base pass@1",
            "final pass@1",
            "95 % interval",
            "rounds",
            "tokens",
            "time",
            "state");
    for (SweptRun run : sweep.runs()) {
      boolean done = Double.isFinite(run.pass1());
      report =
          report.row(
              run.label(),
              run.seed(),
              done ? percent(run.basePass1()) : "",
              done ? percent(run.pass1()) : "",
              done ? "[" + percent(run.low()) + ", " + percent(run.high()) + "]" : "",
              done ? run.rounds() : "",
              done ? String.format(Locale.ROOT, "%,d", run.tokens()) : "",
              done ? String.format(Locale.ROOT, "%.0f s", run.seconds()) : "",
              run.state());
    }
    for (SeedMean mean : sweep.means()) {
      report = report.remark(sentence(mean));
    }
    return report.remark(
        "Intervals of runs are over problems, those of means over seeds (Student's t, 95 %).");
  }

  private static String sentence(SeedMean mean) {
    return mean.label()
        + ": mean "
        + percent(mean.mean())
        + (mean.hasInterval() ? " [" + percent(mean.low()) + ", " + percent(mean.high()) + "]" : "")
        + " over "
        + mean.seeds()
        + (mean.seeds() == 1 ? " seed." : " seeds.");
  }

  private static String percent(double share) {
    return Percent.of(share, 1) + " %";
  }

  @Override
  public Map<String, Object> summary(SweepResult sweep) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("sweep", sweep.name());
    values.put("folder", sweep.folder());
    values.put("runs", sweep.runs().size());
    values.put("done", sweep.done());
    Map<String, Object> means = new LinkedHashMap<>();
    for (SeedMean mean : sweep.means()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("pass1", mean.mean());
      each.put("low", mean.low());
      each.put("high", mean.high());
      each.put("seeds", mean.seeds());
      means.put(mean.label(), each);
    }
    values.put("means", means);
    return values;
  }
}
