package raftlab.kernel.notebook;

import java.util.LinkedHashMap;
import java.util.Map;
import raftlab.run.RunDifference;
import raftlab.run.RunReproduction;

/** Whether a run came out the same again, and if not, where it parted first. */
final class RunReproductionView implements View<RunReproduction> {

  @Override
  public Report report(RunReproduction value) {
    Report report = Report.of(value.toString());
    if (value.difference().isPresent()) {
      RunDifference found = value.difference().get();
      report =
          Report.of(value.toString(), "what", "where")
              .row("round", found.round())
              .row("artifact", found.artifact())
              .row("place", found.place())
              .row("in " + value.run(), found.original())
              .row("in " + value.again(), found.again());
    }
    for (String each : value.provenance()) {
      report = report.remark("Made differently: " + each + ".");
    }
    return report.remark("The repetition is the run " + value.again() + ".");
  }

  @Override
  public Map<String, Object> summary(RunReproduction value) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("run", value.run());
    values.put("again", value.again());
    values.put("same", value.same());
    values.put("rounds", value.rounds());
    value
        .difference()
        .ifPresent(
            found -> {
              values.put("round", found.round());
              values.put("artifact", found.artifact());
              values.put("place", found.place());
              values.put("original", found.original());
              values.put("repetition", found.again());
            });
    return values;
  }

  @Override
  public Object json(RunReproduction value) {
    return summary(value);
  }
}
