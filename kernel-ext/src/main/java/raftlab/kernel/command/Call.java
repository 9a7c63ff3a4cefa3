package raftlab.kernel.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** One call of a command: its common options, its resolved settings, its body, how it ends. */
final class Call {

  private final CommonOptions options;
  private final List<Setting> resolved;
  private final Optional<String> body;
  private final Deque<EndOfWork> ends = new ArrayDeque<>();
  private ExitCode exit = ExitCode.DONE;

  Call(CommonOptions options, List<Setting> resolved, String body) {
    this.options = options;
    this.resolved = List.copyOf(resolved);
    this.body = Optional.ofNullable(body).filter(text -> !text.isBlank());
  }

  /** Adds what is done when the command ends, the last added first. */
  void atEnd(EndOfWork action) {
    ends.addFirst(action);
  }

  /** Tells those who asked how the command ended. */
  void ended(boolean completed) {
    while (!ends.isEmpty()) {
      ends.removeFirst().ended(completed);
    }
  }

  CommonOptions options() {
    return options;
  }

  List<Setting> resolved() {
    return resolved;
  }

  Optional<String> body() {
    return body;
  }

  ExitCode exit() {
    return exit;
  }

  void exit(ExitCode code) {
    exit = code;
  }
}
