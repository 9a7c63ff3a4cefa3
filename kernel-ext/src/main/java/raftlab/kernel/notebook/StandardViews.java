package raftlab.kernel.notebook;

import raftlab.core.PromptSet;
import raftlab.core.RolloutSet;
import raftlab.core.ScoredSet;
import raftlab.core.Selection;

/**
 * The views of the results that commands return. A view's class is loaded when a value of its type
 * is first shown; Tablesaw is not loaded for a value that is no table.
 */
public final class StandardViews {

  private StandardViews() {}

  /** Returns a new registry with every view of RAFT Lab. */
  public static Views create() {
    Views views = new Views();
    views.register(PromptSet.class.getName(), PromptSetView::new);
    views.register(ScoredSet.class.getName(), ScoredSetView::new);
    views.register(Selection.class.getName(), SelectionView::new);
    views.register("raftlab.chart.Figure", FigureView::new);
    views.register("raftlab.eval.EvalReport", EvalReportView::new);
    views.register("raftlab.infer.FileResult", FileResultView::new);
    views.register("raftlab.eval.Comparison", ComparisonView::new);
    views.register("raftlab.run.RunReproduction", RunReproductionView::new);
    views.register("raftlab.sweep.SweepResult", SweepResultView::new);
    views.register(RolloutSet.class.getName(), RolloutSetView::new);
    views.register("raftlab.grade.GradeReport", GradeReportView::new);
    // By its name: only the report package knows the class.
    views.register("tech.tablesaw.api.Table", TableView::new);
    return views;
  }
}
