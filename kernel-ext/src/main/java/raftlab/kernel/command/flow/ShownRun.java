package raftlab.kernel.command.flow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import raftlab.core.Prompt;
import raftlab.core.RolloutSet;
import raftlab.core.ScoredSet;
import raftlab.core.UserError;
import raftlab.eval.EvalReport;
import raftlab.eval.ProblemOutcome;
import raftlab.kernel.notebook.Report;
import raftlab.run.RunDirectory;

/** What a run's folder holds, as reports. */
final class ShownRun {

  private record Flip(Prompt prompt, ProblemOutcome before, ProblemOutcome after) {

    double gain() {
      return after.share() - before.share();
    }
  }

  private ShownRun() {}

  /** Returns the scored completions of a round; null for the last complete one. */
  static ScoredSet scored(RunDirectory run, Integer round) {
    int wanted = round == null ? Math.max(1, run.lastComplete()) : round;
    Path folder = run.iteration(wanted);
    if (!Files.isRegularFile(folder.resolve("rewards.jsonl"))) {
      throw new UserError(
          "run " + run.name() + " has no scored completions of iteration " + wanted,
          "its last complete iteration is " + run.lastComplete(),
          "Give --iteration I from 1 on");
    }
    RolloutSet rollouts = run.rollouts(wanted, () -> null);
    ScoredSet scored = run.rewards(wanted, rollouts, () -> null);
    return new ScoredSet(
        run.name() + ", iteration " + wanted,
        scored.policyId(),
        scored.rewardName(),
        scored.settings(),
        scored.groups());
  }

  /** Returns the problems whose share of right completions changed, the largest change first. */
  static Report flipped(RunDirectory run, int count) {
    EvalReport before = evaluation(run, 0);
    EvalReport after = evaluation(run, run.lastComplete());
    Map<String, ProblemOutcome> start = new HashMap<>();
    before.problems().forEach(problem -> start.put(problem.promptId(), problem));
    Map<String, Prompt> prompts = new HashMap<>();
    run.evaluationPrompts(() -> null).prompts().forEach(p -> prompts.put(p.id(), p));
    List<Flip> flips = new ArrayList<>();
    for (ProblemOutcome problem : after.problems()) {
      Flip flip = new Flip(prompts.get(problem.promptId()), start.get(problem.promptId()), problem);
      if (flip.before() != null && flip.gain() != 0) {
        flips.add(flip);
      }
    }
    flips.sort(Comparator.comparingDouble(flip -> -Math.abs(flip.gain())));
    return report(run, flips, after.problems().size(), count);
  }

  private static Report report(RunDirectory run, List<Flip> flips, int problems, int count) {
    long gained = flips.stream().filter(flip -> flip.gain() > 0).count();
    Report report =
        Report.of(
            String.format(
                Locale.ROOT,
                "%s: of %d problems %d gained and %d lost",
                run.name(),
                problems,
                gained,
                flips.size() - gained),
            "problem",
            "prompt",
            "gold",
            "right before",
            "right after");
    for (Flip flip : flips.subList(0, Math.min(count, flips.size()))) {
      report =
          report.row(
              flip.after().promptId(),
              flip.prompt() == null ? "" : Cut.head(flip.prompt().text()),
              flip.prompt() == null ? "" : flip.prompt().find(Prompt.ANSWER).orElse(""),
              flip.before().correct() + " of " + flip.before().samples(),
              flip.after().correct() + " of " + flip.after().samples());
    }
    return report;
  }

  private static EvalReport evaluation(RunDirectory run, int round) {
    Path file = run.iteration(Math.max(0, round)).resolve("evaluation.json");
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          "run " + run.name() + " has no evaluation of iteration " + Math.max(0, round),
          "",
          "Run it with --eval, or resume it");
    }
    return RunDirectory.readRecord(file, EvalReport.class);
  }
}
