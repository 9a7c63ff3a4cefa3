package raftlab.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import raftlab.core.Checks;
import raftlab.core.UserError;
import raftlab.files.Hashes;
import raftlab.files.UserHome;

/**
 * Where the files of data sets are on this machine: first a read-only mirror ({@code
 * RAFT_DATA_HOME}: {@code data/}, {@code rollouts/} or the folder itself), then the cache ({@code
 * RAFT_CACHE}, else {@code XDG_CACHE_HOME/raftlab}, else {@code ~/.cache/raftlab}; inside it {@code
 * data/}). A file whose checksum is wrong is never used.
 *
 * @param folder the cache's folder
 * @param mirror the mirror, if there is one
 */
public record DatasetCache(Path folder, Optional<Path> mirror) {

  private static final List<String> MIRROR_FOLDERS = List.of("data", "rollouts", "");

  public DatasetCache {
    Checks.notNull(folder, "cache folder");
    Checks.notNull(mirror, "mirror");
  }

  /** Returns the cache that the environment of this process names. */
  public static DatasetCache fromEnvironment() {
    return from(System.getenv(), UserHome.path());
  }

  static DatasetCache from(Map<String, String> environment, Path home) {
    Path cache =
        named(environment, "RAFT_CACHE")
            .orElseGet(
                () ->
                    named(environment, "XDG_CACHE_HOME")
                        .orElse(home.resolve(".cache"))
                        .resolve("raftlab"));
    return new DatasetCache(cache, named(environment, "RAFT_DATA_HOME"));
  }

  /** Returns the place of a file in the cache, whether it is there or not. */
  public Path place(DatasetFile file) {
    return folder.resolve("data").resolve(file.path());
  }

  /**
   * Returns a copy of a file with the right checksum, or empty if there is none.
   *
   * @throws UserError if a copy in the mirror has another checksum, since the user put it there
   */
  public Optional<Path> find(DatasetFile file) {
    Optional<Path> mirrored = inMirror(file);
    if (mirrored.isPresent()) {
      if (!intact(mirrored.get(), file)) {
        throw new UserError(
            mirrored.get() + " is not the file that the descriptor names",
            "its sha256 is not " + file.sha256(),
            "Remove it from RAFT_DATA_HOME or replace it");
      }
      return mirrored;
    }
    Path cached = place(file);
    return Files.isRegularFile(cached) && intact(cached, file)
        ? Optional.of(cached)
        : Optional.empty();
  }

  /** A copy of a file, whose checksum was not looked at. */
  public record Copy(Path path, boolean mirrored) {}

  /** Returns the copy that {@link #find} would check, without reading it. */
  public Optional<Copy> locate(DatasetFile file) {
    Optional<Copy> mirrored = inMirror(file).map(path -> new Copy(path, true));
    return mirrored.or(
        () -> Optional.of(place(file)).filter(Files::isRegularFile).map(p -> new Copy(p, false)));
  }

  /** Returns a file; a {@link UserError} says how to get it. */
  public Path require(DatasetDescriptor descriptor, DatasetFile file) {
    return find(file)
        .orElseThrow(
            () ->
                new UserError(
                    descriptor.id() + " is not on this machine",
                    "looked in " + mirror.map(m -> m + " and ").orElse("") + folder,
                    descriptor.fetchable()
                        ? "Get it: %raft data fetch " + descriptor.id()
                        : "It is never fetched: give your own copy with --from FILE"));
  }

  private Optional<Path> inMirror(DatasetFile file) {
    return mirror.flatMap(
        root ->
            MIRROR_FOLDERS.stream()
                .map(sub -> root.resolve(sub).resolve(file.path()))
                .filter(Files::isRegularFile)
                .findFirst());
  }

  /** Returns whether a copy has the checksum of its descriptor. */
  static boolean intact(Path copy, DatasetFile file) {
    return file.sha256().isEmpty() || Hashes.sha256(copy).equals(file.sha256());
  }

  private static Optional<Path> named(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank()).map(Path::of);
  }
}
