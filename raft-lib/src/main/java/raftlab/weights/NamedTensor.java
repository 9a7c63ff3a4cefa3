package raftlab.weights;

import java.nio.ByteBuffer;
import java.util.function.Supplier;
import raftlab.core.Checks;

/**
 * A tensor to be written.
 *
 * @param entry its name, type and shape
 * @param bytes gives its elements, row-major and little-endian, when its turn comes, so that one
 *     tensor at a time is in memory; called twice at most
 */
public record NamedTensor(TensorEntry entry, Supplier<ByteBuffer> bytes) {

  public NamedTensor {
    Checks.notNull(entry, "tensor entry");
    Checks.notNull(bytes, "tensor bytes");
  }

  public NamedTensor(String name, StoredType type, long[] shape, Supplier<ByteBuffer> bytes) {
    this(new TensorEntry(name, type, shape), bytes);
  }

  public String name() {
    return entry.name();
  }
}
