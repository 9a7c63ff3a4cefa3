package raftlab.kernel.command;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import raftlab.core.UserError;
import raftlab.kernel.notebook.FrontEnd;
import raftlab.kernel.notebook.MimeBundle;
import raftlab.kernel.notebook.Views;

/** A front end that records what it is told. */
final class QuietFrontEnd implements FrontEnd {

  final List<MimeBundle> shown = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  final Map<String, Object> variables = new HashMap<>();

  Workspace workspace(CommandCatalog catalog) {
    return new Workspace(
        this,
        new Views(),
        catalog,
        new MemoryNames(),
        Settings.inMemory(),
        new SessionLock(Duration.ofMillis(50), Clock.systemUTC()),
        new ErrorLog());
  }

  @Override
  public String show(MimeBundle bundle) {
    shown.add(bundle);
    return String.valueOf(shown.size() - 1);
  }

  @Override
  public void update(String id, MimeBundle bundle) {
    shown.set(Integer.parseInt(id), bundle);
  }

  @Override
  public void note(String text) {
    notes.add(text);
  }

  @Override
  public boolean stopRequested() {
    return false;
  }

  @Override
  public void bind(String name, Object value, Class<?> type) {
    variables.put(name, type.cast(value));
  }

  @Override
  public Optional<Object> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  @Override
  public <T> T compile(String source, Class<T> type) {
    throw new UserError("no Java is evaluated here");
  }

  @Override
  public String prefix() {
    return "%raft";
  }
}
