package raftlab.kernel.command.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.core.Checks;
import raftlab.core.Suggest;
import raftlab.core.UserError;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Kind;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;
import raftlab.model.DecoderPolicy;

/** Keeps a named result in a folder that another session, or another machine, can load. */
public final class SaveCommand implements Command {

  @Parameters(paramLabel = "NAME", description = "what to save, of every kind that has the name")
  private String name;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      defaultValue = "saved",
      description = "folder to save in")
  private Path to;

  @Override
  public Object run(Session session) {
    List<Kind<?>> kinds = new ArrayList<>();
    List<String> known = new ArrayList<>();
    for (Kind<?> kind : Kinds.all()) {
      known.addAll(session.names().of(kind));
      if (session.names().of(kind).contains(name)) {
        kinds.add(kind);
      }
    }
    if (kinds.isEmpty()) {
      throw new UserError("nothing is named \"" + name + "\"", Suggest.near(name, known), "");
    }
    Path place = to.resolve(name);
    Checks.user(
        !Files.exists(place),
        place + " is there already",
        "it is not overwritten",
        "Give another folder: --to DIR");
    String[] hash = new String[1];
    raftlab.files.Folders.writeWhole(
        place,
        beside -> {
          SavedFolder saved = new SavedFolder(beside);
          kinds.forEach(kind -> write(session, kind, saved));
          hash[0] = saved.describe(name, kinds);
        });
    return Report.of(name + " saved in " + place, "what", "value")
        .row("path", place.toAbsolutePath().normalize())
        .row("kinds", String.join(", ", kinds.stream().map(Kind::word).toList()))
        .row("sha256", hash[0])
        .remark("Get it back: " + session.frontEnd().prefix() + " load " + place);
  }

  private <T> void write(Session session, Kind<T> kind, SavedFolder saved) {
    T value = session.names().find(kind, name).orElseThrow();
    Path folder = saved.of(kind);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (value instanceof DecoderPolicy policy) {
      PolicyCodec.writeWeights(folder, policy); // a path alone would mean nothing elsewhere
    } else {
      Codecs.standard(session.frontEnd(), session.catalog()).of(kind).write(folder, value);
    }
  }
}
