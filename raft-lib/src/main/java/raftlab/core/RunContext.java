package raftlab.core;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What long work needs from whoever started it: whether to stop, and where to tell of its progress.
 * Work polls {@link #checkStop()} at every safe point, at least once per token step and
 * micro-batch. Thread-safe if its parts are.
 */
public final class RunContext {

  private static final RunContext QUIET = new RunContext(() -> false, event -> {});

  private final BooleanSupplier stop;
  private final Consumer<Event> listener;

  public RunContext(BooleanSupplier stop, Consumer<Event> listener) {
    this.stop = Checks.notNull(stop, "stop signal");
    this.listener = Checks.notNull(listener, "listener");
  }

  /** A context that never stops and tells nobody. */
  public static RunContext quiet() {
    return QUIET;
  }

  /** Returns a context that also tells {@code other}. */
  public RunContext andTell(Consumer<Event> other) {
    return new RunContext(stop, listener.andThen(other));
  }

  /** Returns whether the user asked to stop. */
  public boolean stopRequested() {
    return stop.getAsBoolean();
  }

  /** Throws {@link Stopped} if the user asked to stop; call only where nothing is half done. */
  public void checkStop() {
    if (stopRequested()) {
      throw new Stopped();
    }
  }

  /** Tells the listeners what happened. */
  public void emit(Event event) {
    listener.accept(event);
  }
}
