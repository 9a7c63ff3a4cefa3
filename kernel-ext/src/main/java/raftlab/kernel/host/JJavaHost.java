package raftlab.kernel.host;

import java.util.List;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.BaseNotebookStatics;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import raftlab.algorithm.RunResult;
import raftlab.chart.Figure;
import raftlab.core.PromptSet;
import raftlab.core.ScoredSet;
import raftlab.core.Selection;
import raftlab.eval.EvalReport;
import raftlab.kernel.facade.Raft;
import raftlab.kernel.notebook.MimeBundle;
import raftlab.kernel.notebook.Report;
import raftlab.kernel.notebook.Reported;

/** Stock JJava: displays by its own data type, evaluates by its notebook statics. */
final class JJavaHost implements Host {

  /** What commands return and a kernel would show as a headline only. */
  private static final List<Class<?>> RICH =
      List.of(
          Report.class,
          Reported.class,
          PromptSet.class,
          ScoredSet.class,
          Selection.class,
          EvalReport.class,
          Figure.class,
          RunResult.class);

  private final BaseKernel kernel;
  private final boolean showsResults;

  JJavaHost(BaseKernel kernel, boolean showsResults) {
    this.kernel = kernel;
    this.showsResults = showsResults;
    RICH.forEach(type -> register(kernel.getRenderer(), type));
  }

  private static <T> void register(Renderer renderer, Class<T> type) {
    renderer
        .createRegistration(type)
        .preferring(MimeBundle.HTML, MimeBundle.TEXT)
        .register(
            (value, context) ->
                Raft.bundle(value).forms().forEach(context.getOutputContainer()::putData));
  }

  @Override
  public void show(String id, MimeBundle bundle) {
    DisplayData displayed = data(bundle);
    displayed.putTransientData("display_id", id);
    kernel.display(displayed);
  }

  @Override
  public void update(String id, MimeBundle bundle) {
    kernel.getIO().display.updateDisplay(id, data(bundle));
  }

  private static DisplayData data(MimeBundle bundle) {
    DisplayData displayed = new DisplayData();
    bundle.forms().forEach(displayed::putData);
    return displayed;
  }

  @Override
  public Object evaluate(String java) {
    return BaseNotebookStatics.eval(java);
  }

  @Override
  public boolean showsResults() {
    return showsResults;
  }
}
