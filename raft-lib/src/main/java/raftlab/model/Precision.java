package raftlab.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import raftlab.core.Suggest;
import raftlab.core.UserError;
import raftlab.files.JsonFile;
import raftlab.tensor.Kernels;
import raftlab.weights.StoredType;

/** The number type of weights and activations: {@code --dtype}. */
public enum Precision {
  /** IEEE single precision, the default. */
  FLOAT32(StoredType.F32),
  /** Half the memory, eight bits of fraction; log-probabilities agree to about 2e-2. */
  BFLOAT16(StoredType.BF16);

  private final StoredType stored;

  Precision(StoredType stored) {
    this.stored = stored;
  }

  /** Returns the one an option names. */
  public static Precision named(String option) {
    List<String> names = Arrays.stream(values()).map(Precision::option).toList();
    String full = option.equals("bf16") ? "bfloat16" : option.equals("fp32") ? "float32" : option;
    if (!names.contains(full)) {
      throw new UserError(
          "there is no dtype \"" + option + "\"",
          "there are " + String.join(" and ", names),
          Suggest.near(option, names));
    }
    return values()[names.indexOf(full)];
  }

  /** Returns the one in which {@link DecoderPolicy#save} wrote a folder. */
  public static Precision stored(Path folder) {
    if (AdapterFolder.is(folder)) {
      return AdapterFolder.precision(folder);
    }
    JsonObject config = JsonFile.readObject(folder.resolve(ConfigReader.FILE));
    boolean half = "\"bfloat16\"".equals(String.valueOf(config.get("torch_dtype")));
    return half ? BFLOAT16 : FLOAT32;
  }

  /** Returns its name as an option. */
  public String option() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns a tensor of this type to be filled. The JNI layer itself cannot make a bfloat16 one,
   * and what a plain call of a kernel makes can never be part of a graph: it is an inference
   * tensor.
   */
  NDArray allocate(PtNDManager owner, Shape shape) {
    if (this == FLOAT32) {
      return owner.create(shape);
    }
    try (PtNDManager scope = (PtNDManager) owner.newSubManager()) {
      NDArray sizes = scope.create(shape.getShape());
      NDArray made = Kernels.get().callRecorded(scope, "halves", Map.of("sizes", List.of(sizes)));
      made.attach(owner);
      return made;
    }
  }

  /** Returns a zeroed tensor of this type. */
  public NDArray zeros(PtNDManager owner, Shape shape) {
    NDArray zeros = allocate(owner, shape);
    Kernels.get().run("zero", zeros);
    return zeros;
  }

  /** Returns the type in a checkpoint. */
  public StoredType stored() {
    return stored;
  }
}
