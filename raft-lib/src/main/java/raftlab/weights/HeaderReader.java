package raftlab.weights;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import raftlab.core.UserError;
import raftlab.files.ByteCount;

/**
 * Reads and checks the start of a safetensors file: eight bytes of length (little-endian), then
 * that many bytes of JSON. What the file claims is compared with the file's own size before any
 * memory is reserved for it.
 */
final class HeaderReader {

  /** The format's own bound on the header. */
  static final long MOST = 100_000_000;

  private static final int PREFIX = Long.BYTES;

  private HeaderReader() {}

  static Header read(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < PREFIX) {
      throw broken(file, "the file is " + size + " bytes long, a header's length takes 8");
    }
    long length = fill(channel, ByteBuffer.allocate(PREFIX), 0).getLong();
    if (length < 2 || length > MOST) {
      throw broken(
          file,
          "the header claims " + Long.toUnsignedString(length) + " bytes, expected 2 to " + MOST);
    }
    if (length > size - PREFIX) {
      throw broken(
          file,
          "the header claims " + length + " bytes, the file has " + (size - PREFIX) + " after it");
    }
    ByteBuffer json = fill(channel, ByteBuffer.allocate((int) length), PREFIX);
    HeaderJson parsed = HeaderJson.parse(file, json.array());
    long dataStart = PREFIX + length;
    Map<String, Placed> inOrder = Layout.check(file, parsed.tensors(), size - dataStart);
    return new Header(inOrder, new LinkedHashMap<>(parsed.metadata()), dataStart);
  }

  private static ByteBuffer fill(FileChannel channel, ByteBuffer buffer, long position)
      throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
    }
    return buffer.flip().order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The file ends before the tensors that its header tells of. */
  static UserError cut(Path file, long missing) {
    boolean shard = file.toString().matches(".*-[0-9]+(-of-[0-9]+)?[.]safetensors");
    return new UserError(
        (shard ? "shard " : "")
            + file
            + ": header points "
            + ByteCount.text(missing)
            + " past the end of the file ("
            + ByteCount.text(size(file))
            + ")",
        "the copy is incomplete",
        "Fetch or copy it again");
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  static UserError broken(Path file, String fault) {
    return new UserError(
        file + " is not a sound safetensors file: " + fault,
        "",
        "fetch or save it again, it may be truncated");
  }
}
