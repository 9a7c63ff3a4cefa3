package raftlab.kernel.command.flow;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import raftlab.core.Checks;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.core.Selection;
import raftlab.core.UserError;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.report.export.SampleRows;
import raftlab.report.export.TrlRows;
import raftlab.run.RewardsFile;
import raftlab.run.RolloutsFile;
import raftlab.run.RunDirectory;

/**
 * Finds what an export writes.
 *
 * @param session names of selections and sets
 * @param trl the form of TRL's rows
 * @param round of a run, null for all
 */
record ExportedRows(Session session, TrlRows trl, Integer round) {

  /** The completions of a round, refills included, and which were kept. */
  private record Round(ScoredSet scored, Selection selection) {}

  /** Returns the rows of a selection, a set or a run, in this order of names. */
  List<JsonObject> of(String name, ExportCommand.Form form) {
    if (session.names().of(Kinds.SELECTION).contains(name)) {
      return of(name, session.get(Kinds.SELECTION, name), form);
    }
    var set = SetChoice.find(session, name);
    if (set.isPresent()) {
      return of(name, set.get(), form);
    }
    if (Runs.isSweep(name)) {
      throw new UserError(
          name + " is a sweep", "", "Export one of its runs: " + Runs.sweep(name).name() + "/RUN");
    }
    return of(Runs.open(name), form);
  }

  private List<JsonObject> of(String name, Selection selection, ExportCommand.Form form) {
    return switch (form) {
      case TRL_SFT -> trl.completions(selection);
      case JSONL, CSV, HTML -> SampleRows.of(selection);
      default ->
          throw new UserError(
              name + " is a selection, which has no rejected completions",
              "",
              "Export the scored set it was made from");
    };
  }

  private List<JsonObject> of(String name, SetChoice set, ExportCommand.Form form) {
    if (ExportCommand.ALL_SAMPLES.contains(form)) {
      return set.scored().map(SampleRows::of).orElseGet(() -> SampleRows.of(set.rollouts()));
    }
    if (form == ExportCommand.Form.TRL_SFT) {
      throw new UserError(
          "nothing of " + name + " was selected yet", "", "Select from it: select " + name);
    }
    return trl.preferences(
        set.scored()
            .orElseThrow(
                () ->
                    new UserError(
                        name + " has no rewards, so none is better",
                        "",
                        "Score it: score " + name)));
  }

  private List<JsonObject> of(RunDirectory run, ExportCommand.Form form) {
    List<JsonObject> rows = new ArrayList<>();
    for (int i : rounds(run)) {
      Round found = round(run, i);
      rows.addAll(
          switch (form) {
            case TRL_SFT -> trl.completions(found.selection());
            case TRL_DPO -> trl.preferences(found.scored());
            default -> SampleRows.of(i, found.scored(), found.selection());
          });
    }
    return rows;
  }

  private List<Integer> rounds(RunDirectory run) {
    int last = run.lastComplete();
    Checks.user(
        last >= 1,
        run.name() + " has no complete round yet",
        "",
        "Continue it: resume " + run.name());
    if (round == null) {
      return java.util.stream.IntStream.rangeClosed(1, last).boxed().toList();
    }
    Checks.user(
        round >= 1 && round <= last,
        run.name() + " has no round " + round,
        "",
        "Give --round from 1 to " + last);
    return List.of(round);
  }

  private static Round round(RunDirectory run, int number) {
    RolloutSet rollouts = run.rollouts(number, () -> null);
    ScoredSet scored = run.rewards(number, rollouts, () -> null);
    List<Rollout> drawn = new ArrayList<>(rollouts.rollouts());
    List<ScoredGroup> groups = new ArrayList<>(scored.groups());
    for (int i = 1; Files.isDirectory(run.iteration(number).resolve("refill-" + i)); i++) {
      var folder = run.iteration(number).resolve("refill-" + i);
      RolloutSet more = RolloutsFile.read(folder.resolve("rollouts.jsonl"));
      drawn.addAll(more.rollouts());
      groups.addAll(RewardsFile.read(folder.resolve("rewards.jsonl"), more).groups());
    }
    RolloutSet all =
        new RolloutSet(rollouts.name(), rollouts.policyId(), rollouts.settings(), drawn);
    return new Round(
        new ScoredSet(
            scored.name(), scored.policyId(), scored.rewardName(), scored.settings(), groups),
        run.selection(number, all, () -> null));
  }
}
