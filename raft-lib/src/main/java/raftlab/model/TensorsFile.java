package raftlab.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import raftlab.core.UserError;
import raftlab.tensor.Kernels;
import raftlab.weights.NamedTensor;
import raftlab.weights.SafetensorsFile;
import raftlab.weights.SafetensorsWriter;
import raftlab.weights.StoredType;

/**
 * Lists of tensors in a safetensors file, named by their place: an optimizer's state, bit by bit.
 */
public final class TensorsFile {

  private TensorsFile() {}

  /** Writes float32 tensors, then those of two bytes each. */
  public static void write(
      Path file, List<NDArray> floats, List<NDArray> halves, Map<String, String> metadata) {
    List<NamedTensor> named = new ArrayList<>();
    for (NDArray each : floats) {
      named.add(named(named.size(), StoredType.F32, each));
    }
    for (NDArray each : halves) {
      named.add(named(named.size(), StoredType.BF16, each));
    }
    SafetensorsWriter.write(file, named, metadata);
  }

  private static NamedTensor named(int index, StoredType type, NDArray tensor) {
    return new NamedTensor(name(index), type, tensor.getShape().getShape(), () -> bytes(tensor));
  }

  private static ByteBuffer bytes(NDArray tensor) {
    try (PtNDManager scope = (PtNDManager) tensor.getManager().newSubManager()) {
      return Kernels.get()
          .call(scope, "stored", tensor, 0L, tensor.size())
          .toByteBuffer()
          .order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  /** Fills the tensors from the file and returns its metadata. */
  public static Map<String, String> read(Path file, List<NDArray> floats, List<NDArray> halves) {
    List<NDArray> all = new ArrayList<>(floats);
    all.addAll(halves);
    try (SafetensorsFile stored = SafetensorsFile.open(file)) {
      for (int i = 0; i < all.size(); i++) {
        NDArray tensor = all.get(i);
        StoredType type = i < floats.size() ? StoredType.F32 : StoredType.BF16;
        if (!stored.names().contains(name(i))
            || stored.entry(name(i)).type() != type
            || !Arrays.equals(stored.entry(name(i)).shape(), tensor.getShape().getShape())) {
          throw new UserError(file + " was written for a model of another shape or dtype");
        }
        fill(tensor, stored.bytes(name(i)), type);
      }
      return stored.metadata();
    }
  }

  private static void fill(NDArray tensor, ByteBuffer bytes, StoredType type) {
    try (PtNDManager scope = (PtNDManager) tensor.getManager().newSubManager()) {
      NDArray source = scope.create(bytes, new Shape(bytes.remaining()), DataType.UINT8);
      Kernels.get().run("fill", tensor, 0L, source, Precision.kind(type));
    }
  }

  private static String name(int index) {
    return String.format(Locale.ROOT, "%05d", index);
  }
}
