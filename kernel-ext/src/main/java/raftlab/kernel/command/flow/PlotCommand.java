package raftlab.kernel.command.flow;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.chart.Figure;
import raftlab.core.Suggest;
import raftlab.core.UserError;
import raftlab.files.AtomicFile;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Session;
import raftlab.run.RunDirectory;

/** Draws a figure of one run or several. */
public final class PlotCommand implements Command {

  private static final List<String> KINDS =
      List.of("curve", "rewards", "wins", "levels", "subjects", "length", "entropy", "groups");

  @Parameters(description = "curve, rewards, wins, levels, subjects, length, entropy or groups")
  String kind;

  @Option(names = "--runs", description = "runs by comma (the last one)")
  String runs;

  @Option(names = "--save", description = "SVG file to write")
  Path save;

  @Override
  public Object run(Session session) {
    List<RunDirectory> chosen = chosen();
    RunDirectory first = chosen.get(0);
    Figure figure =
        switch (kind) {
          case "curve" -> RunFigures.curve(chosen);
          case "rewards" -> RunFigures.rewards(first);
          case "wins" -> RunFigures.wins(first);
          case "levels" -> RunFigures.accuracy(first, false);
          case "subjects" -> RunFigures.accuracy(first, true);
          case "length" ->
              RunFigures.metric(
                  chosen, "Completion length", "tokens", "length/mean", "selected/length_mean");
          case "entropy" ->
              RunFigures.metric(
                  chosen, "Entropy of the samples", "nats per token", "entropy_estimate");
          case "groups" -> RunFigures.groups(first);
          default ->
              throw new UserError(
                  "there is no plot \"" + kind + "\"", "", Suggest.near(kind, KINDS));
        };
    if (save != null) {
      AtomicFile.writeBytes(save, figure.svg().getBytes(StandardCharsets.UTF_8));
    }
    return figure;
  }

  private List<RunDirectory> chosen() {
    List<String> names = runs == null ? Runs.names() : Arrays.asList(runs.split(",", -1));
    if (names.isEmpty()) {
      throw new UserError("there is no run in " + Runs.folder(), "", "Start one: run first");
    }
    List<String> wanted = runs == null ? names.subList(names.size() - 1, names.size()) : names;
    return wanted.stream().map(Runs::open).toList();
  }
}
