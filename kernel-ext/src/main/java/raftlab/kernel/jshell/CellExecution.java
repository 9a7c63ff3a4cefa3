package raftlab.kernel.jshell;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import jdk.jshell.execution.DirectExecutionControl;

/**
 * Runs snippets in this JVM and keeps what JShell would turn into text: the last value and what was
 * thrown. Used by one {@link JavaSession}.
 */
final class CellExecution extends DirectExecutionControl {

  private final CellRunner runner;
  private volatile Object value;
  private volatile Throwable failure;

  CellExecution(CellRunner runner) {
    this.runner = runner;
  }

  @Override
  public void load(ClassBytecodes[] classes)
      throws ClassInstallException, NotImplementedException, EngineTerminationException {
    ClassBytecodes[] stoppable = new ClassBytecodes[classes.length];
    for (int i = 0; i < classes.length; i++) {
      stoppable[i] =
          new ClassBytecodes(classes[i].name(), StopPoints.addedTo(classes[i].bytecodes()));
    }
    super.load(stoppable);
  }

  @Override
  protected String invoke(Method snippet) throws Exception {
    failure = null;
    try {
      value = runner.run(() -> snippet.invoke(null));
      return "";
    } catch (ExecutionException e) {
      throw failed(unwrap(e));
    } catch (CancellationException e) {
      throw failed(e);
    }
  }

  private InvocationTargetException failed(Throwable cause) {
    failure = cause;
    value = null;
    return new InvocationTargetException(cause);
  }

  private static Throwable unwrap(Throwable thrown) {
    Throwable cause = thrown;
    while ((cause instanceof ExecutionException || cause instanceof InvocationTargetException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** Returns the value of the last snippet and forgets it, so that it can be collected. */
  Object takeValue() {
    Object taken = value;
    value = null;
    return taken;
  }

  /** Returns what the last snippet threw and forgets it; null if nothing. */
  Throwable takeFailure() {
    Throwable taken = failure;
    failure = null;
    return taken;
  }
}
