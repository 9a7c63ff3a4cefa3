package raftlab.kernel.command;

import java.util.List;

/**
 * One command. The class carries picocli's {@code @Option} and {@code @Parameters} annotations and
 * a public constructor without parameters; its name, meaning and example are its line in {@link
 * CommandCatalog}. The options common to all commands are in {@link Session#options()}. A new
 * object is made for each call.
 */
public interface Command {

  /**
   * Does the work and returns the immutable result that is shown and bound, or null for nothing.
   *
   * @throws raftlab.core.UserError for a mistake of the user
   * @throws raftlab.core.Stopped if the user asked to stop and the work ended at a safe point
   */
  Object run(Session session);

  /**
   * Returns what {@code --dry-run} says beside the settings, such as tokens to generate, minutes
   * and memory: one sentence each. Changes nothing.
   */
  default List<String> estimate(Session session) {
    return List.of();
  }

  /**
   * Returns the settings that the call uses, as {@code --dry-run} lists them: the resolved ones,
   * unless a default depends on another option.
   */
  default List<Setting> used(Session session) {
    return session.resolved();
  }

  /** Returns whether it reads the body of a cell magic. */
  default boolean takesBody() {
    return false;
  }

  /**
   * Returns whether the body of a cell magic is {@code key: value} lines that stand for options of
   * the line; the command does not see the body then.
   */
  default boolean bodyIsOptions() {
    return false;
  }

  /**
   * Returns whether it writes the file of {@code --out} itself: where that is more than the result
   * as JSON.
   */
  default boolean writesOut() {
    return false;
  }

  /** Returns sentences that the command's help ends with, beside its options. */
  default List<String> helpRemarks() {
    return List.of();
  }

  /** Returns whether it must not run beside another such command of the session. */
  default boolean exclusive() {
    return true;
  }

  /** Returns whether {@code --preset NAME} names settings for this call. */
  default boolean takesPreset() {
    return false;
  }
}
