package raftlab.kernel.jshell;

import java.awt.image.RenderedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import jdk.jshell.SourceCodeAnalysis;
import org.dflib.jjava.jupyter.channels.ShellReplyEnvironment;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.LanguageInfo;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.magic.MagicParser;
import org.dflib.jjava.jupyter.kernel.magic.MagicTranspiler;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;
import raftlab.core.UserError;
import raftlab.kernel.command.CommandHelp;
import raftlab.kernel.command.Workspace;
import raftlab.kernel.facade.Raft;
import raftlab.kernel.notebook.FrontEnd;
import raftlab.kernel.notebook.Html;
import raftlab.kernel.notebook.MimeBundle;
import raftlab.kernel.notebook.Report;

/** The kernel "Java (RAFT)": what the Jupyter protocol asks, answered by JShell and commands. */
class RaftKernel extends BaseKernel {

  private static final long LAST_MOMENT_MILLIS = 10_000;

  private final CellRunner runner = new CellRunner();
  private final JavaSession java = new JavaSession(runner);
  private final CellOutput out = new CellOutput();
  private final CellOutput err = new CellOutput();
  private final Workspace workspace;
  private final Completion completion;

  RaftKernel(java.util.function.Function<FrontEnd, Workspace> workspaces) {
    super(
        "Java (RAFT)",
        "0.1.0",
        language(),
        List.of(),
        null,
        new JupyterIO(StandardCharsets.UTF_8),
        new CommManager(),
        new Renderer(),
        new MagicParser("(?<=(?:^|=))\\s*%", "%%", new MagicTranspiler()),
        new MagicsRegistry(),
        false,
        new StringStyler("", "", "", line -> ""));
    workspace = workspaces.apply(new NotebookFrontEnd(java, runner, this::display, this::update));
    completion = new Completion(workspace, java);
    Commander commander = new Commander(workspace, runner);
    Magics.use(commander);
    Raft.use(workspace, line -> commander.run(line, null).value());
  }

  private static LanguageInfo language() {
    return new LanguageInfo.Builder("Java")
        .version(Runtime.version().toString())
        .mimetype("text/x-java")
        .fileExtension(".jshell")
        .pygments("java")
        .codemirror("text/x-java")
        .build();
  }

  @Override
  public void onStartup() {
    super.onStartup();
    CellOutput.flushRegularly(out, err);
    java.evaluateImports();
  }

  @Override
  public void onShutdown(boolean restart) {
    runner.interrupt();
    try {
      runner.awaitQuiet(LAST_MOMENT_MILLIS); // the JVM must not end inside a native call
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    super.onShutdown(restart);
  }

  @Override
  protected void replaceOutputStreams(ShellReplyEnvironment environment) {
    out.to(environment::writeToStdOut);
    err.to(environment::writeToStdErr);
    System.setOut(out.printer());
    System.setErr(err.printer());
    System.setIn(getIO().in);
  }

  @Override
  public void display(DisplayData displayed) {
    flush();
    super.display(displayed);
  }

  /** Replaces what was shown under an id. */
  void update(String id, DisplayData displayed) {
    getIO().display.updateDisplay(id, displayed);
  }

  private void flush() {
    System.out.flush();
    System.err.flush();
    out.send();
    err.send();
  }

  @Override
  public Object evalRaw(String cell) {
    throw new UnsupportedOperationException("cells are evaluated by eval");
  }

  @Override
  public DisplayData eval(String cell) {
    runner.begin();
    try {
      return rendered(java.evaluate(MagicLines.resolve(cell)));
    } catch (CellFailure e) {
      if (!e.compilation()) {
        workspace.errors().record(e.getCause(), "cell");
      }
      throw new CellError(e);
    } catch (CancellationException e) {
      throw new CellError(e);
    } finally {
      flush();
    }
  }

  private DisplayData rendered(Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof DisplayData displayed) {
      return displayed;
    }
    if (value instanceof RenderedImage) {
      return getRenderer().render(value);
    }
    return NotebookFrontEnd.displayData(Raft.bundle(value));
  }

  @Override
  public void interrupt() {
    runner.interrupt();
  }

  @Override
  public List<String> formatError(Throwable error) {
    return ErrorText.of(error instanceof CellError ? error.getCause() : error);
  }

  @Override
  public ReplacementOptions complete(String code, int at) {
    return completion.at(code, at);
  }

  @Override
  public DisplayData inspect(String code, int at, boolean extraDetail) {
    int end = code.indexOf('\n', at);
    String line = code.substring(code.lastIndexOf('\n', at - 1) + 1, end < 0 ? code.length() : end);
    int magic = line.indexOf("%raft");
    return magic < 0 ? documentation(code, at) : help(line.substring(magic + 5).strip());
  }

  private DisplayData help(String line) {
    String command = line.split("\\s", 2)[0];
    try {
      Report help =
          command.isEmpty()
              ? CommandHelp.all(workspace.catalog(), "%raft")
              : CommandHelp.of(workspace.catalog().find(command, "%raft"), "%raft");
      return NotebookFrontEnd.displayData(workspace.views().bundle(help));
    } catch (UserError e) {
      return null;
    }
  }

  private DisplayData documentation(String code, int at) {
    String found =
        String.join(
            "\n",
            java.analysis().documentation(code, at, false).stream()
                .map(SourceCodeAnalysis.Documentation::signature)
                .toList());
    return found.isEmpty()
        ? null
        : NotebookFrontEnd.displayData(
            MimeBundle.text(found).with(MimeBundle.HTML, "<pre>" + Html.escape(found) + "</pre>"));
  }

  @Override
  public String isComplete(String code) {
    if (MagicLines.any(code)) {
      return IS_COMPLETE_YES;
    }
    return switch (java.analysis().analyzeCompletion(code).completeness()) {
      case DEFINITELY_INCOMPLETE, CONSIDERED_INCOMPLETE -> "";
      case UNKNOWN -> IS_COMPLETE_BAD;
      default -> IS_COMPLETE_YES;
    };
  }
}
