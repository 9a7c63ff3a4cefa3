package raftlab.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import raftlab.core.Checks;
import raftlab.core.Stopped;
import raftlab.core.Suggest;
import raftlab.core.UserError;
import raftlab.files.FileFailure;

/**
 * One safetensors file, read by memory map: opening costs the header only, a tensor costs no heap.
 *
 * <p>Each tensor is mapped on its own with a long offset, so the file may be of any size; a tensor
 * over 2 GiB is read in {@link #slice slices}. Buffers stay valid after {@link #close()}, until
 * they are garbage. A {@link UserError} names file, tensor, what was expected and what was found.
 * Thread-safe.
 *
 * <p>Source: the format's description, github.com/huggingface/safetensors (README, "Format"). Like
 * its reference reader, gaps and overlaps are refused.
 */
public final class SafetensorsFile implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;
  private final Header header;
  private final long size;

  private SafetensorsFile(Path file, FileChannel channel, Header header, long size) {
    this.file = file;
    this.channel = channel;
    this.header = header;
    this.size = size;
  }

  /** Opens a file and checks its header. */
  public static SafetensorsFile open(Path file) {
    boolean interrupted = Thread.interrupted();
    try {
      return openQuietly(file);
    } finally {
      restore(interrupted);
    }
  }

  private static SafetensorsFile openQuietly(Path file) {
    FileChannel channel = null;
    SafetensorsFile opened = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ);
      Header header = HeaderReader.read(file, channel);
      opened = new SafetensorsFile(file, channel, header, channel.size());
      return opened;
    } catch (IOException e) {
      throw failure(file, e);
    } finally {
      if (opened == null && channel != null) {
        closeChannel(file, channel);
      }
    }
  }

  /** Returns the tensors' names in the order of their bytes. */
  public Set<String> names() {
    return Collections.unmodifiableSet(header.tensors().keySet());
  }

  /** Returns what the file says of a tensor; a {@link UserError} names the nearest if none. */
  public TensorEntry entry(String name) {
    return placed(name).entry();
  }

  /** Returns the file's own key and value pairs, such as {@code format=pt}. */
  public Map<String, String> metadata() {
    return Collections.unmodifiableMap(header.metadata());
  }

  /** Returns a tensor's bytes, read-only and little-endian. */
  public ByteBuffer bytes(String name) {
    Placed tensor = placed(name);
    if (tensor.length() > Integer.MAX_VALUE) {
      throw new UserError(
          file + ": tensor " + name + " takes " + tensor.length() + " bytes",
          "one buffer holds at most " + Integer.MAX_VALUE,
          "read it in slices");
    }
    return slice(name, 0, (int) tensor.length());
  }

  /** Returns {@code length} of a tensor's bytes from {@code offset}, read-only, little-endian. */
  public ByteBuffer slice(String name, long offset, int length) {
    Placed tensor = placed(name);
    Checks.that(
        offset >= 0 && length >= 0 && length <= tensor.length() - offset,
        () -> offset + "+" + length + " lies outside " + name + " of " + tensor.length());
    if (length == 0) {
      return ByteBuffer.allocate(0).asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }
    boolean interrupted = Thread.interrupted();
    try {
      return map(header.dataStart() + tensor.begin() + offset, length);
    } finally {
      restore(interrupted);
    }
  }

  /**
   * Fills a buffer with a tensor's bytes from {@code offset}, little-endian, without a map: mapped
   * pages count as this process's memory for as long as their buffer is not collected, which would
   * double the memory that loading a model takes.
   */
  public void copy(String name, long offset, ByteBuffer into) {
    Placed tensor = placed(name);
    int length = into.remaining();
    Checks.that(
        offset >= 0 && length <= tensor.length() - offset,
        () -> offset + "+" + length + " lies outside " + name + " of " + tensor.length());
    long start = header.dataStart() + tensor.begin() + offset;
    int from = into.position();
    boolean interrupted = Thread.interrupted();
    try {
      while (into.hasRemaining()) {
        if (channel.read(into, start + into.position() - from) < 0) {
          throw new UserError(file + " changed while it was open", "", "load the model again");
        }
      }
    } catch (IOException e) {
      throw failure(file, e);
    } finally {
      restore(interrupted);
    }
  }

  private ByteBuffer map(long position, int length) {
    try {
      if (channel.size() != size) {
        throw new UserError(file + " changed while it was open", "", "load the model again");
      }
      return channel
          .map(FileChannel.MapMode.READ_ONLY, position, length)
          .order(ByteOrder.LITTLE_ENDIAN);
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private Placed placed(String name) {
    Placed tensor = header.tensors().get(name);
    if (tensor == null) {
      throw new UserError(
          file + " has no tensor \"" + name + "\"",
          "it holds " + header.tensors().size() + " tensors",
          Suggest.near(name, names()));
    }
    return tensor;
  }

  @Override
  public void close() {
    closeChannel(file, channel);
  }

  private static void closeChannel(Path file, FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static RuntimeException failure(Path file, IOException e) {
    return e instanceof ClosedByInterruptException
        ? new Stopped()
        : new UserError("cannot read " + file, FileFailure.reason(e), "");
  }

  /** An interrupt would close the channel for everybody: it is put off until the call is over. */
  private static void restore(boolean interrupted) {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
