package raftlab.weights;

import java.util.Arrays;
import raftlab.core.Checks;

/**
 * What a file says of one tensor. Immutable; the shape is copied in and out.
 *
 * @param name its name, such as {@code model.norm.weight}
 * @param type the type of its elements
 * @param shape its dimensions, each at least 0; empty for a scalar
 */
@SuppressWarnings("ArrayRecordComponent") // copied both ways, compared by content
public record TensorEntry(String name, StoredType type, long[] shape) {

  public TensorEntry {
    Checks.notNull(name, "tensor name");
    Checks.notNull(type, "stored type");
    shape = shape.clone();
  }

  @Override
  public long[] shape() {
    return shape.clone();
  }

  /** Returns the number of elements; fails with {@link ArithmeticException} past 2^63 - 1. */
  public long elements() {
    long product = 1;
    for (long dimension : shape) {
      product = Math.multiplyExact(product, dimension);
    }
    return product;
  }

  /** Returns the size in bytes; fails with {@link ArithmeticException} past 2^63 - 1. */
  public long byteSize() {
    return Math.multiplyExact(elements(), type.size());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TensorEntry that
        && name.equals(that.name)
        && type == that.type
        && Arrays.equals(shape, that.shape);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(shape);
  }

  @Override
  public String toString() {
    return name + " " + type + Arrays.toString(shape);
  }
}
