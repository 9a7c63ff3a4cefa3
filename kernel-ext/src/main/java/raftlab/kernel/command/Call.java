package raftlab.kernel.command;

import java.util.List;
import java.util.Optional;

/** One call of a command: its common options, its resolved settings, its body, how it ends. */
final class Call {

  private final CommonOptions options;
  private final List<Setting> resolved;
  private final Optional<String> body;
  private ExitCode exit = ExitCode.DONE;

  Call(CommonOptions options, List<Setting> resolved, String body) {
    this.options = options;
    this.resolved = List.copyOf(resolved);
    this.body = Optional.ofNullable(body).filter(text -> !text.isBlank());
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
