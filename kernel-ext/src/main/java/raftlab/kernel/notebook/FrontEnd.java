package raftlab.kernel.notebook;

import java.util.List;
import java.util.Optional;

/**
 * The small interface between a command and whatever the user sits at: our kernel, a stock kernel,
 * or a terminal. Calls come from the thread that runs the command.
 */
public interface FrontEnd {

  /** Shows a bundle and returns the id under which {@link #update} can replace it. */
  String show(MimeBundle bundle);

  /** Replaces what was shown under an id; the last state stays. */
  void update(String id, MimeBundle bundle);

  /** Tells the user something that stops nothing; shown as {@code raft: note: text}. */
  void note(String text);

  /** Returns whether the user asked the running command to stop. */
  boolean stopRequested();

  /**
   * Binds a value to a variable of the notebook, or does nothing where there are none.
   *
   * @param type the public type the variable is declared with
   */
  void bind(String name, Object value, Class<?> type);

  /** Returns the value of a notebook variable; empty if there is none of that name. */
  Optional<Object> variable(String name);

  /** Returns the names of the notebook's variables that are declared with a type. */
  default List<String> variables(Class<?> type) {
    return List.of();
  }

  /**
   * Compiles a lambda or expression of the user as a value of the given type.
   *
   * @throws raftlab.core.UserError with the compiler's message and the line of the source, or if
   *     this front end cannot evaluate Java
   */
  <T> T compile(String source, Class<T> type);

  /** Returns whether what is shown may be a figure; a terminal has one line for running work. */
  default boolean showsFigures() {
    return true;
  }

  /** Returns what the table of commands ends with here, beside the commands: one sentence each. */
  default List<String> helpRemarks() {
    return List.of();
  }

  /** Returns how a command line is written here, such as {@code %raft} or {@code ./raft}. */
  String prefix();
}
