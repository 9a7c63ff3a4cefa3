package raftlab.kernel.command.flow;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.chart.Figure;
import raftlab.core.ScoredSet;
import raftlab.core.Suggest;
import raftlab.core.UsageError;
import raftlab.core.UserError;
import raftlab.eval.Evaluator;
import raftlab.files.AtomicFile;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Session;
import raftlab.run.RunDirectory;

/** Draws a figure of runs, or of completions that are there already. */
public final class PlotCommand implements Command {

  private static final List<String> OF_RUNS =
      List.of(
          "curve",
          "passk",
          "rewards",
          "wins",
          "levels",
          "subjects",
          "length",
          "entropy",
          "kl",
          "groups",
          "gold");
  private static final List<String> OF_SETS =
      List.of("rewards", "wins", "levels", "subjects", "length", "groups", "passk", "bestofk");

  private enum Over {
    SEEDS,
    NOTHING
  }

  @Parameters(
      description =
          "curve, passk, rewards, wins, levels, subjects, length, entropy, kl, groups, gold (proxy"
              + " against gold) or bestofk; curve, entropy, kl and gold are of runs only, bestofk"
              + " of sets")
  String kind;

  @Option(names = "--runs", description = "runs or sweeps by comma (the last run)")
  String runs;

  @Option(
      names = "--over",
      paramLabel = "seeds|nothing",
      description =
          "seeds: runs that differ in the seed only are one line, their mean with its interval (of"
              + " sweeps seeds, of runs nothing)")
  String over;

  @Option(names = "--set", description = "scored set or rollouts to draw instead of a run")
  String set;

  @Option(names = "--before", description = "scored set or rollouts, beside --after")
  String before;

  @Option(names = "--after", description = "scored set or rollouts, beside --before")
  String after;

  @Option(names = "--save", description = "file to write: .svg or .png")
  Path save;

  @Mixin ByOptions by;

  @Override
  public Object run(Session session) {
    boolean ofSets = set != null || before != null || after != null;
    List<String> known = ofSets ? OF_SETS : OF_RUNS;
    if (!known.contains(kind)) {
      throw new UsageError(
          "there is no plot \"" + kind + "\" of " + (ofSets ? "sets" : "runs"),
          "",
          OF_SETS.contains(kind)
              ? "Give a set: plot " + kind + " --set NAME"
              : Suggest.near(kind, known));
    }
    Figure figure = ofSets ? ofSets(session) : ofRuns();
    if (save != null) {
      write(figure);
      session.note("written to " + save);
    }
    return figure;
  }

  private void write(Figure figure) {
    String name = save.toString();
    if (name.endsWith(".png")) {
      AtomicFile.writeBytes(save, figure.png());
    } else if (name.endsWith(".svg")) {
      AtomicFile.writeBytes(save, figure.svg().getBytes(StandardCharsets.UTF_8));
    } else {
      throw new UsageError("--save " + save + " is no picture", "", "End it in .svg or .png");
    }
  }

  private Figure ofRuns() {
    List<RunDirectory> chosen = chosen();
    List<RunGroup> groups = overSeeds() ? RunGroup.bySetting(chosen) : RunGroup.single(chosen);
    RunDirectory first = chosen.get(0);
    boolean one = chosen.size() == 1;
    return switch (kind) {
      case "curve" -> GroupFigures.curve(groups);
      case "passk" -> GroupFigures.passAtK(groups);
      case "rewards" -> RunFigures.rewards(first);
      case "wins" -> one ? RunFigures.wins(first) : GroupFigures.wins(chosen);
      case "levels" -> RunFigures.accuracy(first, false);
      case "subjects" -> RunFigures.accuracy(first, true);
      case "length" ->
          GroupFigures.metric(
              groups, "Completion length", "tokens", "length/mean", "selected/length_mean");
      case "entropy" ->
          GroupFigures.metric(
              groups, "Entropy of the samples", "nats per token", "entropy_estimate");
      case "kl" -> GroupFigures.kl(groups);
      case "gold" -> GoldFigures.rounds(first);
      default -> one ? RunFigures.groups(first) : GroupFigures.groups(groups);
    };
  }

  private boolean overSeeds() {
    if (over == null) {
      return runs != null && Arrays.stream(runs.split(",", -1)).allMatch(Runs::isSweep);
    }
    return Choice.of(Over.class, "--over", over) == Over.SEEDS;
  }

  private List<RunDirectory> chosen() {
    List<String> names =
        runs == null ? Runs.last().stream().toList() : Arrays.asList(runs.split(",", -1));
    if (names.isEmpty()) {
      String start = "Start one: run NAME";
      throw new UserError(
          "there is no run in " + Runs.folder(),
          "",
          OF_SETS.contains(kind) ? start + ".  Give a set: plot " + kind + " --set NAME" : start);
    }
    List<RunDirectory> chosen = Runs.open(names);
    if (chosen.isEmpty()) {
      throw new UserError(
          "no run of " + runs + " was begun yet", "", "Continue it: resume " + runs);
    }
    return chosen;
  }

  private Figure ofSets(Session session) {
    if (kind.equals("bestofk") && set != null) {
      return bestOfK(SetChoice.of(session, set), session);
    }
    if (set != null && before == null && after == null) {
      return ofOne(figures(session, set));
    }
    if (set != null || before == null || after == null) {
      throw new UsageError(
          "two sets are drawn by --before and --after, one by --set",
          "",
          "Give both --before and --after");
    }
    return ofTwo(figures(session, before), figures(session, after));
  }

  private Figure bestOfK(SetChoice choice, Session session) {
    ScoredSet proxy =
        choice
            .scored()
            .orElseThrow(
                () ->
                    new UserError(
                        set + " has no rewards to choose by", "", "Score it first: score " + set));
    return GoldFigures.bestOfK(proxy, by.values(session, choice));
  }

  private SetFigures figures(Session session, String name) {
    SetChoice choice = SetChoice.of(session, name);
    return new SetFigures(
        name, choice.scored(), by.values(session, choice), new Evaluator(by.check(choice)));
  }

  private Figure ofOne(SetFigures one) {
    return switch (kind) {
      case "rewards" -> one.rewards();
      case "length" -> one.lengths();
      case "groups" -> one.groups();
      case "passk" -> one.passAtK();
      case "levels", "subjects" -> SetFigures.accuracy(List.of(one), kind.equals("subjects"));
      default ->
          throw new UsageError(
              "wins are counted between two sets", "", "Give --before NAME and --after NAME");
    };
  }

  private Figure ofTwo(SetFigures first, SetFigures second) {
    return switch (kind) {
      case "rewards" -> SetFigures.rewards(first, second);
      case "length" -> SetFigures.lengths(first, second);
      case "wins" -> SetFigures.wins(first, second);
      case "levels", "subjects" ->
          SetFigures.accuracy(List.of(first, second), kind.equals("subjects"));
      default ->
          throw new UsageError(
              "plot " + kind + " draws one set", "", "Give --set instead of --before and --after");
    };
  }
}
