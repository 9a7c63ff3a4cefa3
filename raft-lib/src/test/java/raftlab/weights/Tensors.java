package raftlab.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Small tensors for the tests of this package. */
final class Tensors {

  private Tensors() {}

  static NamedTensor floats(String name, float... values) {
    return new NamedTensor(
        name,
        StoredType.F32,
        new long[] {values.length},
        () -> {
          ByteBuffer bytes =
              ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
          bytes.asFloatBuffer().put(values);
          return bytes;
        });
  }

  static NamedTensor bytes(String name, int count) {
    return new NamedTensor(
        name, StoredType.U8, new long[] {count}, () -> ByteBuffer.allocate(count));
  }

  static Path writePair(Path file) {
    SafetensorsWriter.write(
        file,
        List.of(floats("a.weight", 1, 2, 3), bytes("b.mask", 5)),
        Map.of("format", "pt", "made", "für Tests"));
    return file;
  }
}
