package raftlab.kernel.command.flow;

import raftlab.kernel.command.UsageException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.chart.Figure;
import raftlab.core.Suggest;
import raftlab.core.UserError;
import raftlab.eval.Evaluator;
import raftlab.files.AtomicFile;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Session;
import raftlab.run.RunDirectory;

/** Draws a figure of runs, or of completions that are there already. */
public final class PlotCommand implements Command {

  private static final List<String> OF_RUNS =
      List.of("curve", "rewards", "wins", "levels", "subjects", "length", "entropy", "groups");
  private static final List<String> OF_SETS =
      List.of("rewards", "wins", "levels", "subjects", "length", "groups", "passk");

  @Parameters(
      description =
          "curve, rewards, wins, levels, subjects, length, entropy or groups; of sets also passk")
  String kind;

  @Option(names = "--runs", description = "runs by comma (the last one)")
  String runs;

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
      throw new UsageException(
          new UserError(
              "there is no plot \"" + kind + "\" of " + (ofSets ? "sets" : "runs"),
              "",
              OF_SETS.contains(kind)
                  ? "Give a set: plot " + kind + " --set NAME"
                  : Suggest.near(kind, known)));
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
      throw new UserError("--save " + save + " is no picture", "", "End it in .svg or .png");
    }
  }

  private Figure ofRuns() {
    List<RunDirectory> chosen = chosen();
    RunDirectory first = chosen.get(0);
    return switch (kind) {
      case "curve" -> RunFigures.curve(chosen);
      case "rewards" -> RunFigures.rewards(first);
      case "wins" -> RunFigures.wins(first);
      case "levels" -> RunFigures.accuracy(first, false);
      case "subjects" -> RunFigures.accuracy(first, true);
      case "length" ->
          RunFigures.metric(
              chosen, "Completion length", "tokens", "length/mean", "selected/length_mean");
      case "entropy" ->
          RunFigures.metric(chosen, "Entropy of the samples", "nats per token", "entropy_estimate");
      default -> RunFigures.groups(first);
    };
  }

  private List<RunDirectory> chosen() {
    List<String> names = runs == null ? Runs.names() : Arrays.asList(runs.split(",", -1));
    if (names.isEmpty()) {
      throw new UserError("there is no run in " + Runs.folder(), "", "Start one: run first");
    }
    List<String> wanted = runs == null ? names.subList(names.size() - 1, names.size()) : names;
    return wanted.stream().map(Runs::open).toList();
  }

  private Figure ofSets(Session session) {
    if (set != null && before == null && after == null) {
      return ofOne(figures(session, set));
    }
    if (set != null || before == null || after == null) {
      throw new UserError(
          "two sets are drawn by --before and --after, one by --set",
          "",
          "Give both --before and --after");
    }
    return ofTwo(figures(session, before), figures(session, after));
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
          throw new UserError(
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
          throw new UserError(
              "plot " + kind + " draws one set", "", "Give --set instead of --before and --after");
    };
  }
}
