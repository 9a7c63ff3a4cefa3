package raftlab.kernel.command.basic;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;
import raftlab.core.Suggest;
import raftlab.core.UserError;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Kind;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;

/** Forgets a named result of every kind, or all of them, and closes what can be closed. */
public final class FreeCommand implements Command {

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "what to forget; all if left out")
  private String name;

  @Override
  public Object run(Session session) {
    List<String> known = new ArrayList<>();
    List<String> freed = new ArrayList<>();
    for (Kind<?> kind : Kinds.all()) {
      for (String each : session.names().of(kind)) {
        known.add(each);
        if (name == null || name.equals(each)) {
          release(session, kind, each);
          freed.add(kind.word() + " " + each);
        }
      }
    }
    if (name != null && freed.isEmpty()) {
      throw new UserError("nothing is named \"" + name + "\"", Suggest.near(name, known), "");
    }
    return Report.of(
        freed.isEmpty() ? "nothing to release" : "released " + String.join(", ", freed));
  }

  private static void release(Session session, Kind<?> kind, String name) {
    Object value = session.names().held(kind, name).orElse(null);
    session.names().remove(kind, name);
    if (value instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        session.note(name + " was forgotten but could not be closed: " + e.getMessage());
      }
    }
  }
}
