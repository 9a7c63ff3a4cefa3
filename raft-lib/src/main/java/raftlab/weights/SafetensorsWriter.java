package raftlab.weights;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import raftlab.core.Checks;
import raftlab.files.AtomicFile;

/**
 * Writes a safetensors file atomically, see {@link AtomicFile}. Equal tensors and metadata give
 * equal bytes whatever the order of the list: tensors are stored by falling element size, then by
 * name, metadata by key, and the header is padded with blanks to a multiple of eight bytes, all as
 * the format's reference library does. One tensor at a time is asked for. Thread-safe.
 */
public final class SafetensorsWriter {

  private static final int ALIGNMENT = 8;
  private static final int CHUNK = 1 << 20;

  private static final Comparator<NamedTensor> ORDER =
      Comparator.<NamedTensor>comparingInt(tensor -> -tensor.entry().type().size())
          .thenComparing(tensor -> tensor.entry().type())
          .thenComparing(NamedTensor::name);

  private SafetensorsWriter() {}

  /**
   * Writes a file.
   *
   * @throws raftlab.core.UserError if the file cannot be written; nothing is left then
   * @throws IllegalArgumentException if two tensors share a name or a buffer does not have as many
   *     bytes remaining as its shape and type say
   */
  public static void write(Path file, List<NamedTensor> tensors, Map<String, String> metadata) {
    List<NamedTensor> ordered = tensors.stream().sorted(ORDER).toList();
    checkNames(ordered);
    AtomicFile.write(
        file,
        out -> {
          writeHeader(out, ordered, metadata);
          byte[] chunk = new byte[CHUNK];
          for (NamedTensor tensor : ordered) {
            writeTensor(out, tensor, chunk);
          }
        });
  }

  private static void checkNames(List<NamedTensor> tensors) {
    Set<String> seen = new HashSet<>(Set.of(HeaderJson.METADATA));
    for (NamedTensor tensor : tensors) {
      Checks.that(
          seen.add(tensor.name()), () -> "tensor name " + tensor.name() + " is taken already");
    }
  }

  private static void writeHeader(
      OutputStream out, List<NamedTensor> tensors, Map<String, String> metadata)
      throws IOException {
    byte[] json = HeaderText.of(tensors, metadata).getBytes(StandardCharsets.UTF_8);
    int padding = (ALIGNMENT - json.length % ALIGNMENT) % ALIGNMENT;
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    out.write(length.putLong(json.length + padding).array());
    out.write(json);
    out.write(" ".repeat(padding).getBytes(StandardCharsets.US_ASCII));
  }

  private static void writeTensor(OutputStream out, NamedTensor tensor, byte[] chunk)
      throws IOException {
    ByteBuffer bytes = tensor.bytes().get().duplicate();
    long expected = tensor.entry().byteSize();
    Checks.that(
        bytes.remaining() == expected,
        () -> tensor.entry() + " takes " + expected + " bytes, given " + bytes.remaining());
    while (bytes.hasRemaining()) {
      int length = Math.min(chunk.length, bytes.remaining());
      bytes.get(chunk, 0, length);
      out.write(chunk, 0, length);
    }
  }
}
