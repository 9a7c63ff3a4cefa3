package raftlab.data;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import raftlab.core.Event;
import raftlab.core.RunContext;
import raftlab.core.UserError;
import raftlab.files.Hashes;

/**
 * Gets the files of a data set onto this machine: from the mirror or the cache if they are there
 * with the right checksum, else from the address in their descriptor. A download is resumed where
 * it broke off, checked against its sha256, and renamed into its place only then. One fetch of a
 * file at a time, over all processes.
 */
public final class DatasetFetch {

  /** What {@link #verify} says of a file that nobody fetched. */
  public static final String NOT_HERE = "not here";

  private final DatasetCache cache;
  private final FetchSettings settings;

  public DatasetFetch(DatasetCache cache, FetchSettings settings) {
    this.cache = cache;
    this.settings = settings;
  }

  /** Whether a file of a data set is on this machine, and where; one sentence if it is not. */
  public record FileState(DatasetFile file, Optional<Path> path, String said) {}

  /**
   * Gets every file of a data set; returns their places in the order of the descriptor.
   *
   * @throws UserError one sentence for whatever hinders it
   * @throws raftlab.core.Stopped after a stop was requested; what was fetched is kept
   */
  public List<Path> fetch(DatasetDescriptor descriptor, RunContext context) {
    if (!descriptor.fetchable()) {
      throw new UserError(
          descriptor.id() + " is not fetched: it is " + descriptor.kind(),
          String.join(" ", descriptor.remarks().stream().limit(1).toList()),
          "");
    }
    List<Path> places = new ArrayList<>();
    for (DatasetFile file : descriptor.files()) {
      places.add(fetch(file, context));
    }
    return places;
  }

  /** Gets one file and returns its place. */
  public Path fetch(DatasetFile file, RunContext context) {
    Optional<Path> there = cache.find(file);
    if (there.isPresent()) {
      return there.get();
    }
    Path place = cache.place(file);
    try {
      Files.createDirectories(place.getParent());
      try (FileChannel lock = lockFile(place);
          FileLock held = lock.tryLock()) {
        if (held == null) {
          throw busy(file);
        }
        return get(file, place, context);
      } catch (OverlappingFileLockException e) {
        throw busy(file);
      }
    } catch (IOException e) {
      throw new UserError(
          file.path() + " cannot be stored in " + cache.folder(),
          String.valueOf(e.getMessage()),
          "Set RAFT_CACHE to a folder that can be written");
    }
  }

  /** Tells of each file whether it is here and intact; fetches nothing. */
  public List<FileState> verify(DatasetDescriptor descriptor) {
    return descriptor.files().stream().map(this::state).toList();
  }

  private FileState state(DatasetFile file) {
    try {
      Optional<Path> there = cache.find(file);
      boolean damaged = there.isEmpty() && Files.exists(cache.place(file));
      String said = there.isPresent() ? "intact" : damaged ? "wrong sha256" : NOT_HERE;
      return new FileState(file, there, said);
    } catch (UserError e) {
      return new FileState(file, Optional.empty(), e.what());
    }
  }

  private Path get(DatasetFile file, Path place, RunContext context) throws IOException {
    boolean packed = file.archive().isPresent();
    String sha256 = file.archive().map(DatasetFile.Archive::sha256).orElse(file.sha256());
    long bytes = file.archive().map(DatasetFile.Archive::bytes).orElse(file.bytes());
    Path part = packed ? archivePart(sha256) : place.resolveSibling(place.getFileName() + ".part");
    Files.createDirectories(part.getParent());
    download(file, part, sha256, bytes, context);
    if (packed) {
      Path made = place.resolveSibling(place.getFileName() + ".made");
      ArchiveMember.extract(part, file.archive().get(), made);
      if (!DatasetCache.intact(made, file)) {
        Files.delete(made);
        throw wrong(file, "what the archive holds");
      }
      part = made;
    }
    Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    context.emit(new Event.Progress("fetch", bytes, bytes, file.path()));
    return place;
  }

  /** A resumed file with the wrong checksum may hold an old start: then once more from nothing. */
  private void download(DatasetFile file, Path part, String sha256, long bytes, RunContext context)
      throws IOException {
    boolean resumed = Files.exists(part);
    new Download(URI.create(file.url()), part, bytes, settings, context).run();
    if (Hashes.sha256(part).equals(sha256)) {
      return;
    }
    Files.delete(part);
    if (!resumed) {
      throw wrong(file, "what arrived");
    }
    download(file, part, sha256, bytes, context);
  }

  private Path archivePart(String sha256) {
    return cache.folder().resolve("archives").resolve(sha256 + ".zip");
  }

  private static FileChannel lockFile(Path place) throws IOException {
    return FileChannel.open(
        place.resolveSibling(place.getFileName() + ".lock"),
        StandardOpenOption.CREATE,
        StandardOpenOption.WRITE);
  }

  private static UserError busy(DatasetFile file) {
    return new UserError(
        file.path() + " is being fetched already", "", "Wait for that fetch, or stop it");
  }

  private static UserError wrong(DatasetFile file, String what) {
    return new UserError(
        file.path() + ": " + what + " has another sha256 than its descriptor",
        "the address was " + file.url(),
        "Nothing was kept; try again, or put a good copy into RAFT_DATA_HOME");
  }
}
