package raftlab.weights;

import java.util.Arrays;
import java.util.Optional;

/** The element types of the safetensors format that are read and written, by their names there. */
public enum StoredType {
  F64(8),
  F32(4),
  F16(2),
  BF16(2),
  I64(8),
  I32(4),
  I16(2),
  I8(1),
  U8(1),
  BOOL(1);

  private final int size;

  StoredType(int size) {
    this.size = size;
  }

  /** Returns the size of one element in bytes. */
  public int size() {
    return size;
  }

  /** Returns the type of that name as written in a header, or empty if it is not one of these. */
  public static Optional<StoredType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}
