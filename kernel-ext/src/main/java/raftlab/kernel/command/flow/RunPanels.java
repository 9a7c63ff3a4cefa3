package raftlab.kernel.command.flow;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import raftlab.algorithm.Diagnosis;
import raftlab.chart.Curve;
import raftlab.chart.Figure;
import raftlab.chart.Panel;
import raftlab.chart.PanelsFigure;
import raftlab.core.Event;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Html;
import raftlab.kernel.notebook.LiveFigure;
import raftlab.kernel.notebook.MimeBundle;
import raftlab.run.RunDirectory;

/**
 * A run as one output that changes at most once a second: reward, pass@1, completion length,
 * entropy and group outcomes over the rounds, how far the present round is, and one sentence on
 * what the numbers show. The charts are drawn once a round. Used by the thread that runs the
 * command.
 */
final class RunPanels {

  private final Session session;
  private final LiveFigure output;
  private final String name;
  private final int rounds;
  private final List<Map<String, Double>> curve;
  private Figure figure;
  private Event.Progress progress = new Event.Progress("start", 0, 1, "");
  private boolean tuned;

  RunPanels(Session session, RunDirectory run, int rounds, Clock clock) {
    this.session = session;
    this.name = run.name();
    this.rounds = rounds;
    this.output = new LiveFigure(session.frontEnd(), clock, LiveFigure.CHART);
    this.curve = new ArrayList<>(RunFigures.metrics(run));
    draw();
  }

  void tell(Event event) {
    if (event instanceof Event.Progress now) {
      progress = now;
    } else if (event instanceof Event.TrainStep step) {
      progress = Live.progress(step);
    } else if (event instanceof Event.PhaseDone done) {
      tuned = done.phase().equals("finetune");
      return;
    } else if (event instanceof Event.IterationDone done) {
      take(done);
    } else if (event instanceof Event.Note note) {
      session.note(note.text());
      return;
    }
    output.set(this::state);
  }

  private void take(Event.IterationDone done) {
    while (curve.size() > done.iteration()) {
      curve.remove(curve.size() - 1);
    }
    curve.add(done.metrics());
    tuned = false;
    draw();
  }

  private void draw() {
    figure = curve.isEmpty() ? null : PanelsFigure.of(name, "iteration", panels(curve), List.of());
  }

  /** Replaces the changing output by a picture that any viewer shows, also one without HTML. */
  void end(boolean completed) {
    if (!curve.isEmpty()) {
      int last = curve.size() - 1;
      String state =
          name + ": " + last + " of " + rounds + " rounds" + (completed ? "" : ", stopped here");
      List<String> footer = last < 1 ? List.of(state) : List.of(state, Diagnosis.of(curve));
      Figure end = PanelsFigure.of(name, "iteration", panels(curve), footer);
      String text = String.join("\n", footer) + "\n" + end.text();
      output.set(() -> MimeBundle.text(text).with(MimeBundle.SVG, end.svg()).withPng(end.png()));
    }
    output.close();
  }

  private MimeBundle state() {
    String phase = curve.isEmpty() || tuned ? "evaluate" : progress.phase();
    String status =
        "round "
            + Math.min(curve.size(), rounds)
            + " of "
            + rounds
            + ": "
            + phase
            + " "
            + progress.done()
            + "/"
            + progress.total()
            + (progress.detail().isEmpty() ? "" : ", " + progress.detail());
    String diagnosis = curve.size() < 2 ? "" : Diagnosis.of(curve);
    String bar =
        "<progress value=\"" + progress.done() + "\" max=\"" + progress.total() + "\"></progress> ";
    String svg = figure == null ? "" : figure.svg().substring(figure.svg().indexOf("<svg"));
    String text = figure == null ? status : status + "\n" + diagnosis + "\n" + figure.text();
    return MimeBundle.text(text)
        .with(
            MimeBundle.HTML,
            "<div>"
                + bar
                + Html.escape(name + ", " + status)
                + "<br>"
                + svg
                + "<br>"
                + Html.escape(diagnosis)
                + "</div>");
  }

  /** Returns the four panels of a run's metrics by round, the start first. */
  static List<Panel> panels(List<Map<String, Double>> metrics) {
    return List.of(
        new Panel(
            "Reward",
            "mean reward",
            curves(metrics, "all samples", "reward/mean", "kept", "selected/reward_mean")),
        new Panel("pass@1 with 95 % interval", "share right", pass(metrics)),
        new Panel(
            "Completion length",
            "tokens",
            curves(metrics, "all samples", "length/mean", "kept", "selected/length_mean")),
        new Panel(
            "Entropy and group outcomes",
            "nats, share",
            curves(
                metrics,
                "entropy (nats/token)",
                "entropy_estimate",
                "KL (nats/token)",
                "kl_ref/k3",
                "all right",
                "group/frac_all_correct",
                "all wrong",
                "group/frac_all_wrong")));
  }

  private static List<Curve> pass(List<Map<String, Double>> metrics) {
    Curve curve = RunFigures.passCurve("pass@1", metrics);
    return curve.points().isEmpty() ? List.of() : List.of(curve);
  }

  private static List<Curve> curves(List<Map<String, Double>> metrics, String... labelled) {
    List<Curve> curves = new ArrayList<>();
    for (int i = 0; i < labelled.length; i += 2) {
      List<Curve.Point> points = RunFigures.points(metrics, labelled[i + 1]);
      if (!points.isEmpty()) {
        curves.add(new Curve(labelled[i], points));
      }
    }
    return curves;
  }
}
