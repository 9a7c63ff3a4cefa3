package raftlab.weights;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import raftlab.core.Suggest;
import raftlab.core.UserError;

/**
 * The weights of a model folder: a single {@code model.safetensors}, or shards listed by {@code
 * model.safetensors.index.json}. If both are there the single file is read, as transformers does.
 * Thread-safe; buffers outlive {@link #close()}.
 */
public final class Checkpoint implements AutoCloseable {

  /** The name of a single weights file. */
  public static final String SINGLE = "model.safetensors";

  /** The name of the list of shards. */
  public static final String INDEX = "model.safetensors.index.json";

  private final Path folder;
  private final Map<String, SafetensorsFile> fileOf;
  private final Set<SafetensorsFile> files;
  private final Map<String, String> metadata;

  Checkpoint(Path folder, Map<String, SafetensorsFile> fileOf, Set<SafetensorsFile> files) {
    this.folder = folder;
    this.fileOf = fileOf;
    this.files = files;
    Map<String, String> all = new LinkedHashMap<>();
    files.forEach(file -> all.putAll(file.metadata()));
    this.metadata = Collections.unmodifiableMap(all);
  }

  /** Opens a model folder and checks every header. */
  public static Checkpoint open(Path folder) {
    if (Files.exists(folder.resolve(SINGLE))) {
      return ofSingle(folder);
    }
    if (Files.exists(folder.resolve(INDEX))) {
      return ShardIndex.open(folder);
    }
    throw new UserError(
        folder + " holds no weights",
        "expected " + SINGLE + " or " + INDEX,
        Files.exists(folder.resolve("pytorch_model.bin"))
            ? "pytorch_model.bin is not read: save the model as safetensors"
            : "check the path of the model folder");
  }

  private static Checkpoint ofSingle(Path folder) {
    SafetensorsFile single = SafetensorsFile.open(folder.resolve(SINGLE));
    Map<String, SafetensorsFile> fileOf = new LinkedHashMap<>();
    single.names().forEach(name -> fileOf.put(name, single));
    return new Checkpoint(folder, fileOf, Set.of(single));
  }

  /** Returns all tensors' names. */
  public Set<String> names() {
    return Collections.unmodifiableSet(fileOf.keySet());
  }

  /** Returns what the file says of a tensor; a {@link UserError} names the nearest if none. */
  public TensorEntry entry(String name) {
    return file(name).entry(name);
  }

  /** Returns a tensor's bytes, read-only and little-endian; see {@link SafetensorsFile#bytes}. */
  public ByteBuffer bytes(String name) {
    return file(name).bytes(name);
  }

  /** Returns part of a tensor's bytes; see {@link SafetensorsFile#slice}. */
  public ByteBuffer slice(String name, long offset, int length) {
    return file(name).slice(name, offset, length);
  }

  /** Fills a buffer with part of a tensor's bytes; see {@link SafetensorsFile#copy}. */
  public void copy(String name, long offset, ByteBuffer into) {
    file(name).copy(name, offset, into);
  }

  /** Returns the key and value pairs of all files together. */
  public Map<String, String> metadata() {
    return metadata;
  }

  @Override
  public void close() {
    files.forEach(SafetensorsFile::close);
  }

  private SafetensorsFile file(String name) {
    SafetensorsFile file = fileOf.get(name);
    if (file == null) {
      throw new UserError(
          folder + " has no tensor \"" + name + "\"",
          "it holds " + fileOf.size() + " tensors",
          Suggest.near(name, names()));
    }
    return file;
  }
}
