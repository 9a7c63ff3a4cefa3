package raftlab.kernel.jshell;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import raftlab.kernel.facade.HandOver;
import raftlab.kernel.notebook.FrontEnd;
import raftlab.kernel.notebook.MimeBundle;

/** The notebook as commands see it: display data with ids, and the variables of the session. */
final class NotebookFrontEnd implements FrontEnd {

  private static final String HAND_OVER = HandOver.class.getName();

  private final JavaSession java;
  private final CellRunner runner;
  private final Consumer<DisplayData> display;
  private final BiConsumer<String, DisplayData> update;

  NotebookFrontEnd(
      JavaSession java,
      CellRunner runner,
      Consumer<DisplayData> display,
      BiConsumer<String, DisplayData> update) {
    this.java = java;
    this.runner = runner;
    this.display = display;
    this.update = update;
  }

  /** Returns a bundle as display data without an id. */
  static DisplayData displayData(MimeBundle bundle) {
    DisplayData displayed = new DisplayData();
    bundle.forms().forEach(displayed::putData);
    return displayed;
  }

  @Override
  public String show(MimeBundle bundle) {
    String id = UUID.randomUUID().toString();
    DisplayData displayed = displayData(bundle);
    displayed.putTransientData("display_id", id);
    display.accept(displayed);
    return id;
  }

  @Override
  public void update(String id, MimeBundle bundle) {
    update.accept(id, displayData(bundle));
  }

  @Override
  public void note(String text) {
    System.err.println("raft: note: " + text);
  }

  @Override
  public boolean stopRequested() {
    return runner.stopRequested();
  }

  @Override
  public void bind(String name, Object value, Class<?> type) {
    String declared = Modifier.isPublic(type.getModifiers()) ? type.getCanonicalName() : "Object";
    String key = HandOver.leave(value);
    try {
      java.evaluate(
          declared + " " + name + " = (" + declared + ") " + HAND_OVER + ".take(\"" + key + "\");");
    } catch (CellFailure e) {
      HandOver.take(key);
      throw new IllegalStateException("cannot bind " + name + ": " + e.getMessage(), e);
    }
  }

  @Override
  public Optional<Object> variable(String name) {
    if (!java.declares(name)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(java.evaluate(name));
    } catch (CellFailure e) {
      throw new IllegalStateException("cannot read " + name + ": " + e.getMessage(), e);
    }
  }

  @Override
  public List<String> variables(Class<?> type) {
    return java.variables(type.getSimpleName());
  }

  @Override
  public <T> T compile(String source, Class<T> type) {
    return Lambdas.compile(java, source, type);
  }

  @Override
  public String prefix() {
    return "%raft";
  }
}
