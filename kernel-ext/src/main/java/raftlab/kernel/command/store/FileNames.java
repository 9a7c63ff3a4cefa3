package raftlab.kernel.command.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import raftlab.core.Checks;
import raftlab.core.UserError;
import raftlab.files.AtomicFile;
import raftlab.files.FileFailure;
import raftlab.kernel.command.Kind;
import raftlab.kernel.command.Names;

/**
 * Named results in a folder: {@code KIND/NAME/...} by the kind's codec, and {@code KIND/names}, one
 * name per line, the one stored last at the end. A value is written beside its place and renamed,
 * so that it is never half there; a lock file orders two processes. A value read or stored by this
 * object is kept in memory. Thread-safe.
 */
public final class FileNames implements Names {

  private final Path folder;
  private final Codecs codecs;
  private final Map<Path, Object> held = new HashMap<>();

  /** A store in a folder, which is made when something is first stored. */
  public FileNames(Path folder, Codecs codecs) {
    this.folder = folder;
    this.codecs = codecs;
  }

  @Override
  public synchronized <T> void put(Kind<T> kind, String name, T value) {
    Checks.usage(
        name.matches("[A-Za-z0-9_-]+"),
        "\"" + name + "\" is not a name for " + kind.word(),
        "",
        "Use letters, digits, _ and -");
    Path partial = folder(kind).resolve("." + name + "." + ProcessHandle.current().pid());
    try {
      Folders.delete(partial);
      Files.createDirectories(partial);
      codecs.of(kind).write(partial, value);
      WorkspaceLock.hold(
          folder,
          () -> {
            Folders.delete(place(kind, name));
            Files.move(partial, place(kind, name));
            List<String> names = listed(kind);
            names.remove(name);
            names.add(name);
            list(kind, names);
          });
      held.put(place(kind, name), value);
    } catch (IOException e) {
      throw new UserError(
          kind.word() + " " + name + " cannot be stored in " + folder,
          FileFailure.reason(e),
          FileFailure.advice(e) + ": --workspace DIR");
    } finally {
      Folders.deleteQuietly(partial);
    }
  }

  @Override
  public synchronized <T> Optional<T> find(Kind<T> kind, String name) {
    if (!of(kind).contains(name)) {
      return Optional.empty();
    }
    Path place = place(kind, name);
    Object value = held.get(place);
    if (value == null) {
      value = codecs.of(kind).read(place);
      held.put(place, value);
    }
    return Optional.of(kind.type().cast(value));
  }

  @Override
  public synchronized Optional<Object> held(Kind<?> kind, String name) {
    return Optional.ofNullable(held.get(place(kind, name)));
  }

  @Override
  public synchronized List<String> of(Kind<?> kind) {
    return listed(kind).stream().filter(name -> Files.isDirectory(place(kind, name))).toList();
  }

  @Override
  public synchronized boolean remove(Kind<?> kind, String name) {
    if (!of(kind).contains(name)) {
      return false;
    }
    held.remove(place(kind, name));
    try {
      WorkspaceLock.hold(
          folder,
          () -> {
            List<String> names = listed(kind);
            names.remove(name);
            list(kind, names);
            Folders.delete(place(kind, name));
          });
    } catch (IOException e) {
      throw new UserError(place(kind, name) + " cannot be deleted: " + e.getMessage());
    }
    return true;
  }

  private Path folder(Kind<?> kind) {
    return folder.resolve(kind.word());
  }

  private Path place(Kind<?> kind, String name) {
    return folder(kind).resolve(name);
  }

  private List<String> listed(Kind<?> kind) {
    Path file = folder(kind).resolve("names");
    try {
      return Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : new ArrayList<>();
    } catch (IOException e) {
      throw new UserError(file + " cannot be read: " + e.getMessage());
    }
  }

  private void list(Kind<?> kind, List<String> names) {
    AtomicFile.writeText(folder(kind).resolve("names"), lines(names));
  }

  private static String lines(List<String> names) {
    return names.stream().map(name -> name + "\n").collect(Collectors.joining());
  }
}
