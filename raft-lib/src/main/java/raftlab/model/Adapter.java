package raftlab.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import raftlab.core.Seeds;
import raftlab.tensor.Kernels;
import raftlab.weights.StoredType;

/**
 * The low-rank matrices of a policy, see {@link LoraSettings}: per layer A [r, in] and B [out, r]
 * of queries, keys, values, output, gate, up and down, without elements where a matrix has none.
 * Always float32, whatever the policy's precision: updates are small.
 *
 * <p>Queries, keys and values (and gate and up) stay one matrix each in the base: their adapters
 * are three products more, the first of which is one for all of them.
 */
public final class Adapter {

  /** One of the two matrices of a target in a layer. */
  record Piece(LoraTarget target, int layer, boolean down, Parameters.Part part, NDArray tensor) {

    /** Returns PEFT's name of it. */
    String name() {
      return "base_model.model."
          + target.path(layer)
          + (down ? ".lora_A.weight" : ".lora_B.weight");
    }
  }

  private final LoraSettings settings;
  private final List<NDArray> tensors = new ArrayList<>();
  private final List<Piece> pieces = new ArrayList<>();

  /** Allocates zeroed matrices that belong to {@code owner}. */
  Adapter(PtNDManager owner, DecoderConfig config, LoraSettings settings) {
    this.settings = settings;
    List<Parameters.Part> parts = new Layout(config).parts();
    for (int layer = 0; layer < config.layers(); layer++) {
      for (LoraTarget target : LoraTarget.values()) {
        String name = target.path(layer) + ".weight";
        Parameters.Part part =
            parts.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        boolean has = settings.targets().contains(target);
        long rank = settings.rank();
        Shape down = has ? new Shape(rank, part.shape()[1]) : new Shape(0);
        Shape up = has ? new Shape(part.shape()[0], rank) : new Shape(0);
        tensors.add(owner.zeros(down, DataType.FLOAT32));
        tensors.add(owner.zeros(up, DataType.FLOAT32));
        if (has) {
          pieces.add(new Piece(target, layer, true, part, tensors.get(tensors.size() - 2)));
          pieces.add(new Piece(target, layer, false, part, tensors.get(tensors.size() - 1)));
        }
      }
    }
  }

  /**
   * Fills A uniformly in +-1/sqrt(in), which is PEFT's Kaiming draw, and leaves B at zero, so that
   * nothing changes before the first step.
   */
  void initialise(long seed) {
    for (Piece piece : pieces) {
      if (piece.down()) {
        long own = Seeds.derive(seed, Seeds.key(piece.name()));
        double bound = 1 / Math.sqrt((double) piece.part().shape()[1]);
        fill(piece, i -> (float) (bound * (2 * Seeds.uniform(own, i) - 1)));
      }
    }
  }

  private static void fill(Piece piece, IntFunction<Float> value) {
    int size = Math.toIntExact(piece.tensor().size());
    ByteBuffer bytes = ByteBuffer.allocateDirect(4 * size).order(ByteOrder.nativeOrder());
    for (int i = 0; i < size; i++) {
      bytes.putFloat(value.apply(i));
    }
    write(piece, bytes.flip(), DataType.FLOAT32);
  }

  /** Copies stored bytes, little-endian, into a matrix. */
  static void write(Piece piece, ByteBuffer bytes, StoredType type) {
    switch (type) {
      case F32 -> write(piece, bytes, DataType.FLOAT32);
      case F16 -> write(piece, bytes, DataType.FLOAT16);
      case BF16 -> {
        ByteBuffer wide =
            ByteBuffer.allocateDirect(2 * bytes.remaining()).order(ByteOrder.LITTLE_ENDIAN);
        write(piece, HalfBytes.widen(bytes, wide), DataType.FLOAT32);
      }
      default -> throw new IllegalArgumentException("no adapter is stored as " + type);
    }
  }

  private static void write(Piece piece, ByteBuffer bytes, DataType type) {
    NDArray target = piece.tensor();
    try (PtNDManager scope = (PtNDManager) target.getManager().newSubManager()) {
      Shape flat = new Shape(bytes.remaining() / type.getNumOfBytes());
      Kernels.get().run("fill", target, 0L, scope.create(bytes, flat, type));
    }
  }

  void copyFrom(Adapter other) {
    for (int i = 0; i < tensors.size(); i++) {
      if (tensors.get(i).size() > 0) {
        other.tensors.get(i).copyTo(tensors.get(i));
      }
    }
  }

  /** Adds scale * B A to the matrices they belong to, which are those of the kernels' list. */
  void addTo(List<NDArray> weights) {
    for (int i = 0; i < pieces.size(); i += 2) {
      Piece down = pieces.get(i);
      Parameters.Part part = down.part();
      Kernels.get()
          .run(
              "adapt",
              weights.get(part.tensor()),
              part.firstElement() / part.shape()[1],
              down.tensor(),
              pieces.get(i + 1).tensor(),
              scale());
    }
  }

  public LoraSettings settings() {
    return settings;
  }

  /** Returns the factor of B A. */
  public double scale() {
    return settings.scale();
  }

  /** Returns the matrices in the kernels' order: 14 per layer, A before B. */
  public List<NDArray> tensors() {
    return tensors;
  }

  /** Returns the number of trained numbers. */
  public long count() {
    return tensors.stream().mapToLong(NDArray::size).sum();
  }

  /** Returns the matrices that are there, A before its B. */
  List<Piece> pieces() {
    return pieces;
  }
}
