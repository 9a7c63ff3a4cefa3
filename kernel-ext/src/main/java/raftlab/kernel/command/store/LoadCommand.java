package raftlab.kernel.command.store;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Parameters;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Kind;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;

/** Takes what {@code save} has kept back under its name, or under that of {@code --as}. */
public final class LoadCommand implements Command {

  @Parameters(paramLabel = "DIR", description = "folder that save has named")
  private Path folder;

  @Override
  public Object run(Session session) {
    SavedFolder saved = new SavedFolder(folder);
    JsonObject record = saved.open();
    String name = record.get("name").getAsString();
    List<Object> values = new ArrayList<>();
    Report report = Report.of(name + " loaded from " + folder, "kind", "value");
    for (Kind<?> kind : SavedFolder.kinds(record)) {
      Object value = read(session, kind, saved, name);
      values.add(value);
      report = report.row(kind.word(), value);
    }
    return values.size() == 1 ? values.get(0) : report;
  }

  private static <T> T read(Session session, Kind<T> kind, SavedFolder saved, String name) {
    T value = Codecs.standard(session.frontEnd(), session.catalog()).of(kind).read(saved.of(kind));
    return session.keep(kind, name, value);
  }
}
