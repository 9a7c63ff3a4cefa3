package raftlab.kernel.command.store;

import java.nio.file.Path;

/** Writes a result of one kind into a folder of its own and reads it back. Stateless. */
public interface Codec<T> {

  /**
   * Writes into an empty folder, which is renamed afterwards: nothing written may hold its path.
   *
   * @throws raftlab.core.UserError if this value cannot be kept in files, or the disk is full
   */
  void write(Path folder, T value);

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws raftlab.core.UserError if the files are broken or gone
   */
  T read(Path folder);
}
