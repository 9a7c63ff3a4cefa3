package raftlab.kernel.host;

import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.UUID;
import javax.lang.model.SourceVersion;
import raftlab.core.UserError;
import raftlab.kernel.facade.HandOver;
import raftlab.kernel.notebook.FrontEnd;
import raftlab.kernel.notebook.MimeBundle;

/**
 * The notebook of another kernel as commands see it. Those kernels stop code by interrupting its
 * thread, so that is the stop signal.
 */
final class HostFrontEnd implements FrontEnd {

  private static final String HAND_OVER = HandOver.class.getName();

  private final Host host;
  private volatile Thread command = Thread.currentThread();

  HostFrontEnd(Host host) {
    this.host = host;
  }

  /** Remembers whose interrupt stops the work: others may ask for it too. */
  void commandRunsHere() {
    command = Thread.currentThread();
  }

  @Override
  public String show(MimeBundle bundle) {
    String id = UUID.randomUUID().toString();
    host.show(id, bundle);
    return id;
  }

  @Override
  public void update(String id, MimeBundle bundle) {
    host.update(id, bundle);
  }

  @Override
  public void note(String text) {
    System.err.println("raft: note: " + text);
  }

  @Override
  public boolean stopRequested() {
    return command.isInterrupted();
  }

  @Override
  public void bind(String name, Object value, Class<?> type) {
    String declared = Modifier.isPublic(type.getModifiers()) ? type.getCanonicalName() : "Object";
    String key = HandOver.leave(value);
    try {
      host.evaluate(
          declared + " " + name + " = (" + declared + ") " + HAND_OVER + ".take(\"" + key + "\");");
    } catch (Exception e) {
      HandOver.take(key);
      throw new IllegalStateException("cannot bind " + name, e);
    }
  }

  @Override
  public Optional<Object> variable(String name) {
    if (!SourceVersion.isIdentifier(name) || SourceVersion.isKeyword(name)) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(host.evaluate(name));
    } catch (Exception e) {
      return Optional.empty(); // no variable of that name; the kernel has no way to ask
    }
  }

  @Override
  public <T> T compile(String source, Class<T> type) {
    String expression = source.strip().replaceAll(";+$", "");
    String call = HAND_OVER + ".<" + type.getCanonicalName() + ">same(\n" + expression + "\n)";
    try {
      return type.cast(host.evaluate(call));
    } catch (Exception e) {
      throw new UserError(
          "the body is no Java lambda of the form (p, c) -> number:\n" + e.getMessage(), "", "");
    }
  }

  @Override
  public String prefix() {
    return "%raft";
  }
}
