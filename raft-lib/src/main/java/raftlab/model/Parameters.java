package raftlab.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import raftlab.core.UserError;
import raftlab.tensor.Kernels;
import raftlab.weights.Checkpoint;
import raftlab.weights.StoredType;
import raftlab.weights.TensorEntry;

/**
 * The decoder's tensors in the order the kernels take them: embedding [V, C]; per layer norm,
 * queries-keys-values in one matrix and its bias, query norm, key norm, output, norm, gate-and-up
 * in one matrix, down, biases of output, gate-and-up and down; final norm; head. What a family
 * lacks has no elements.
 */
public final class Parameters implements AutoCloseable {

  /** A tensor of the checkpoint and the rows of the kernels' tensor it fills. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Part(String name, long[] shape, int tensor, long firstElement) {}

  /** Bytes read at once: what loading takes beside the weights themselves. */
  private static final int CHUNK = 16 << 20;

  private final PtNDManager owner;
  private final Precision precision;
  private final List<NDArray> tensors;
  private final List<Part> parts;

  private Parameters(
      PtNDManager owner, Precision precision, List<NDArray> tensors, List<Part> parts) {
    this.owner = owner;
    this.precision = precision;
    this.tensors = tensors;
    this.parts = parts;
  }

  /** Allocates parameters of a configuration, to be filled; they belong to {@code owner}. */
  static Parameters allocate(PtNDManager owner, DecoderConfig config, Precision precision) {
    Layout layout = new Layout(config);
    List<NDArray> tensors = new ArrayList<>();
    layout.shapes().forEach(each -> tensors.add(owner.create(each, precision.type())));
    return new Parameters(owner, precision, tensors, layout.parts());
  }

  /** Returns the type of the numbers. */
  public Precision precision() {
    return precision;
  }

  /** Returns the tensors in the kernels' order. */
  public List<NDArray> tensors() {
    return tensors;
  }

  List<Part> parts() {
    return parts;
  }

  /**
   * Returns for each tensor 1 if weight decay applies to it (matrices) and 0 if not (norms and
   * biases).
   */
  public double[] decayed() {
    return tensors.stream().mapToDouble(each -> each.getShape().dimension() > 1 ? 1 : 0).toArray();
  }

  /** Returns the number of trained numbers; a tied head counts once. */
  public long count() {
    return tensors.stream().mapToLong(NDArray::size).sum();
  }

  /** Allocates tensors of the same shapes, zeroed: gradients or moments. */
  public List<NDArray> zerosLike(PtNDManager manager) {
    List<NDArray> zeros = new ArrayList<>();
    tensors.forEach(each -> zeros.add(manager.zeros(each.getShape(), DataType.FLOAT32)));
    return zeros;
  }

  /** Copies another model's numbers into these. */
  void copyFrom(Parameters other) {
    for (int i = 0; i < tensors.size(); i++) {
      if (tensors.get(i).size() > 0) {
        other.tensors.get(i).copyTo(tensors.get(i));
      }
    }
  }

  /**
   * Fills matrices with normal draws of deviation 0.02, norms with 1 and biases with 0, as
   * transformers initialises them.
   */
  void initialise(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (Part part : parts) {
      float[] values = new float[Math.toIntExact(elements(part))];
      boolean norm = part.name().endsWith("norm.weight");
      for (int i = 0; i < values.length; i++) {
        values[i] =
            part.shape().length > 1 ? (float) (0.02 * random.nextGaussian()) : norm ? 1f : 0f;
      }
      ByteBuffer bytes =
          ByteBuffer.allocateDirect(4 * values.length).order(ByteOrder.nativeOrder());
      bytes.asFloatBuffer().put(values);
      write(part, 0, bytes, StoredType.F32);
    }
  }

  /** Reads all parts from a checkpoint whose shapes have been checked, piece by piece. */
  void load(Checkpoint checkpoint) {
    ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    for (Part part : parts) {
      TensorEntry entry = checkpoint.entry(part.name());
      long size = entry.byteSize();
      for (long at = 0; at < size; at += CHUNK) {
        chunk.clear().limit((int) Math.min(CHUNK, size - at));
        checkpoint.copy(part.name(), at, chunk);
        write(part, at / entry.type().size(), chunk.flip(), entry.type());
      }
    }
  }

  /** Copies stored bytes, little-endian, into a part from its element {@code at} on. */
  private void write(Part part, long at, ByteBuffer bytes, StoredType type) {
    DataType read =
        switch (type) {
          case F32 -> DataType.FLOAT32;
          case BF16 -> DataType.BFLOAT16;
          case F16 -> DataType.FLOAT16;
          default ->
              throw new UserError(
                  "tensor " + part.name() + " is stored as " + type,
                  "weights are F32, BF16 or F16",
                  "Convert the checkpoint");
        };
    try (PtNDManager scope = (PtNDManager) owner.newSubManager()) {
      NDArray source = scope.create(bytes, new Shape(bytes.remaining() / type.size()), read);
      Kernels.get().run("fill", tensors.get(part.tensor()), part.firstElement() + at, source);
    }
  }

  /** Returns a copy of one part's numbers, little-endian, in their own type. */
  ByteBuffer read(Part part) {
    NDArray source = tensors.get(part.tensor());
    try (PtNDManager scope = (PtNDManager) owner.newSubManager()) {
      scope.tempAttachAll(source);
      ByteBuffer bytes =
          source
              .reshape(-1)
              .get("{}:{}", part.firstElement(), part.firstElement() + elements(part))
              .toByteBuffer();
      return bytes.order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  static long elements(Part part) {
    long count = 1;
    for (long size : part.shape()) {
      count *= size;
    }
    return count;
  }

  @Override
  public void close() {
    tensors.forEach(NDArray::close);
  }
}
