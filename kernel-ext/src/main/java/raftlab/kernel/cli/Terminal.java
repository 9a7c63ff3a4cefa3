package raftlab.kernel.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import raftlab.kernel.jshell.Lambdas;
import raftlab.kernel.notebook.FrontEnd;
import raftlab.kernel.notebook.MimeBundle;

/**
 * A terminal or a pipe as front end. What a command shows while it works is progress and goes to
 * standard error; its result is printed by {@link Shell}. There are no variables and no Java
 * evaluator on a shell. Thread-safe.
 */
final class Terminal implements FrontEnd {

  private final PrintStream err;
  private final ProgressLine progress;
  private final BooleanSupplier stop;
  private int shown;
  private String current = "";

  Terminal(PrintStream err, ProgressLine progress, BooleanSupplier stop) {
    this.err = err;
    this.progress = progress;
    this.stop = stop;
  }

  @Override
  public synchronized String show(MimeBundle bundle) {
    String id = String.valueOf(++shown);
    update(id, bundle);
    return id;
  }

  @Override
  public synchronized void update(String id, MimeBundle bundle) {
    if (!id.equals(current)) {
      progress.end();
      current = id;
    }
    progress.set(bundle.text());
  }

  @Override
  public synchronized void note(String text) {
    say("note: " + text);
  }

  /** Writes {@code raft: text} below the progress. */
  synchronized void say(String text) {
    progress.end();
    err.println("raft: " + text);
    err.flush();
  }

  /** Leaves the last state of the progress where it is. */
  synchronized void endProgress() {
    progress.end();
  }

  @Override
  public boolean stopRequested() {
    return stop.getAsBoolean();
  }

  @Override
  public void bind(String name, Object value, Class<?> type) {
    // A shell has no variables; the command stores the value under its name in the workspace.
  }

  @Override
  public Optional<Object> variable(String name) {
    return Optional.empty();
  }

  @Override
  public <T> T compile(String source, Class<T> type) {
    return Lambdas.compile(source, type);
  }

  @Override
  public boolean showsFigures() {
    return false;
  }

  @Override
  public List<String> helpRemarks() {
    return List.of(
        "Words of the launcher: ./raft demo (the quickstart, unattended), ./raft lab [FOLDER]"
            + " (JupyterLab), ./raft test [-quick], ./raft build, ./raft --version.",
        "Every command here also takes --workspace DIR (where named results are kept, .raft),"
            + " --format text|json|csv|md, and --body FILE where it has a body (- for standard"
            + " input).",
        "Exit codes: 0 done; 1 failed; 2 wrong usage; 3 nothing to do; 4 a difference was found;"
            + " 130 interrupted.");
  }

  @Override
  public String prefix() {
    return "./raft";
  }
}
