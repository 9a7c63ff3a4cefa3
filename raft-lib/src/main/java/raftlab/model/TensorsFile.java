package raftlab.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import raftlab.core.UserError;
import raftlab.weights.NamedTensor;
import raftlab.weights.SafetensorsFile;
import raftlab.weights.SafetensorsWriter;
import raftlab.weights.StoredType;

/**
 * A list of float32 tensors in a safetensors file, named by their place: an optimizer's state, bit
 * by bit.
 */
public final class TensorsFile {

  private TensorsFile() {}

  public static void write(Path file, List<NDArray> tensors, Map<String, String> metadata) {
    List<NamedTensor> named = new ArrayList<>();
    for (int i = 0; i < tensors.size(); i++) {
      NDArray tensor = tensors.get(i);
      named.add(
          new NamedTensor(
              name(i),
              StoredType.F32,
              tensor.getShape().getShape(),
              () -> tensor.toByteBuffer().order(ByteOrder.LITTLE_ENDIAN)));
    }
    SafetensorsWriter.write(file, named, metadata);
  }

  /** Fills the tensors from the file and returns its metadata. */
  public static Map<String, String> read(Path file, List<NDArray> tensors) {
    try (SafetensorsFile stored = SafetensorsFile.open(file)) {
      for (int i = 0; i < tensors.size(); i++) {
        NDArray tensor = tensors.get(i);
        if (!stored.names().contains(name(i))
            || !Arrays.equals(stored.entry(name(i)).shape(), tensor.getShape().getShape())) {
          throw new UserError(file + " was written for a model of another shape");
        }
        try (PtNDManager scope = (PtNDManager) tensor.getManager().newSubManager()) {
          scope.create(stored.bytes(name(i)), tensor.getShape(), DataType.FLOAT32).copyTo(tensor);
        }
      }
      return stored.metadata();
    }
  }

  private static String name(int index) {
    return String.format(java.util.Locale.ROOT, "%05d", index);
  }
}
