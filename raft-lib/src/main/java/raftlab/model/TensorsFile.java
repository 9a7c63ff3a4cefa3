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
 * A list of tensors in a safetensors file, named by their place: an optimizer's state. Their
 * numbers are stored as float32, which holds float32 and bfloat16 bit by bit.
 */
public final class TensorsFile {

  private TensorsFile() {}

  public static void write(Path file, List<NDArray> tensors, Map<String, String> metadata) {
    List<NamedTensor> named = new ArrayList<>();
    for (int i = 0; i < tensors.size(); i++) {
      NDArray tensor = tensors.get(i);
      long[] shape = tensor.getShape().getShape();
      named.add(new NamedTensor(name(i), StoredType.F32, shape, () -> numbers(tensor)));
    }
    SafetensorsWriter.write(file, named, metadata);
  }

  private static ByteBuffer numbers(NDArray tensor) {
    try (PtNDManager scope = (PtNDManager) tensor.getManager().newSubManager()) {
      return Kernels.get()
          .call(scope, "part", tensor, 0L, tensor.size())
          .toByteBuffer()
          .order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  /** Fills the tensors from the file and returns its metadata. */
  public static Map<String, String> read(Path file, List<NDArray> tensors) {
    try (SafetensorsFile stored = SafetensorsFile.open(file)) {
      for (int i = 0; i < tensors.size(); i++) {
        NDArray tensor = tensors.get(i);
        if (!stored.names().contains(name(i))
            || !Arrays.equals(stored.entry(name(i)).shape(), tensor.getShape().getShape())) {
          throw new UserError(file + " was written for a model of another shape or dtype");
        }
        try (PtNDManager scope = (PtNDManager) tensor.getManager().newSubManager()) {
          NDArray numbers =
              scope.create(stored.bytes(name(i)), new Shape(tensor.size()), DataType.FLOAT32);
          Kernels.get().run("fill", tensor, 0L, numbers);
        }
      }
      return stored.metadata();
    }
  }

  private static String name(int index) {
    return String.format(Locale.ROOT, "%05d", index);
  }
}
