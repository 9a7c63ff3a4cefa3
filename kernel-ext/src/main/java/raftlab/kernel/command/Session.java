package raftlab.kernel.command;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import raftlab.core.Event;
import raftlab.core.RunContext;
import raftlab.core.Suggest;
import raftlab.core.UsageError;
import raftlab.core.UserError;
import raftlab.kernel.notebook.FrontEnd;

/**
 * What a command sees: the workspace of the session and the call it serves. Light and immutable but
 * for the workspace behind it; used on the thread that runs the command.
 */
public final class Session {

  private final Workspace workspace;
  private final Call call;

  Session(Workspace workspace, Call call) {
    this.workspace = workspace;
    this.call = call;
  }

  public FrontEnd frontEnd() {
    return workspace.frontEnd();
  }

  public Names names() {
    return workspace.names();
  }

  public Settings settings() {
    return workspace.settings();
  }

  public CommandCatalog catalog() {
    return workspace.catalog();
  }

  public ErrorLog errors() {
    return workspace.errors();
  }

  public SessionLock lock() {
    return workspace.lock();
  }

  /** Returns the options of this call that every command has. */
  public CommonOptions options() {
    return call.options();
  }

  /** Returns every option of this call with the origin of its value. */
  public List<Setting> resolved() {
    return call.resolved();
  }

  /** Returns the body of the cell; empty if there is none or it is blank. */
  public Optional<String> body() {
    return call.body();
  }

  /**
   * Returns another command's line as it would be here, for a command that plans several.
   *
   * @param words the command and its arguments
   * @param body {@code key: value} lines that stand for options
   * @throws UsageError if it cannot be understood
   */
  public ParsedCall call(List<String> words, String body) {
    CommandEntry entry = catalog().find(words.get(0), frontEnd().prefix());
    List<String> arguments = BodyOptions.addTo(words.subList(1, words.size()), entry, body);
    ParsedLine line = ParsedLine.of(entry, arguments, workspace);
    Call own = new Call(line.options(), line.resolved(), null);
    return new ParsedCall(line.command(), new Session(workspace, own));
  }

  /** Returns the stop signal with these listeners for long work. */
  public RunContext context(Consumer<Event> listener) {
    return new RunContext(frontEnd()::stopRequested, listener);
  }

  /** Has something done when the command ends, before its result is shown. */
  public void atEnd(EndOfWork action) {
    call.atEnd(action);
  }

  /** Returns whether an option, by its longest name without dashes, has more than its default. */
  public boolean isSet(String option) {
    return resolved().stream()
        .anyMatch(each -> each.key().equals(option) && each.origin() != Origin.DEFAULT);
  }

  /** Tells the user something that stops nothing. */
  public void note(String text) {
    frontEnd().note(text);
  }

  /** Sets how the call ends on a shell, if not simply done or failed. */
  public void exit(ExitCode code) {
    call.exit(code);
  }

  /**
   * Stores a result for later commands under the name of {@code --as}, or else the given one.
   *
   * @return the value
   */
  public <T> T keep(Kind<T> kind, String name, T value) {
    names().put(kind, options().as() == null ? name : options().as(), value);
    return value;
  }

  /**
   * Returns the result of a name. Without a name it is the last of its kind, which is echoed; a
   * name that no command gave may be a notebook variable of the kind's type.
   *
   * @param name null for the last one
   * @throws UserError if there is none
   */
  public <T> T get(Kind<T> kind, String name) {
    return find(kind, name == null ? last(kind) : name);
  }

  private String last(Kind<?> kind) {
    List<String> names = names().of(kind);
    if (names.isEmpty()) {
      throw new UserError("no " + kind.word() + " yet", "", localised(kind.advice()));
    }
    String name = names.get(names.size() - 1);
    note("using " + kind.word() + " " + name);
    return name;
  }

  private <T> T find(Kind<T> kind, String name) {
    return names()
        .find(kind, name)
        .or(() -> frontEnd().variable(name).filter(kind.type()::isInstance).map(kind.type()::cast))
        .orElseThrow(
            () ->
                new UserError(
                    "no " + kind.word() + " named \"" + name + "\"",
                    Suggest.known(name, names().of(kind)),
                    localised(kind.advice())));
  }

  private String localised(String advice) {
    return advice.replace("%raft", frontEnd().prefix());
  }
}
