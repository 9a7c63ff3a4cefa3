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
import raftlab.tensor.Kernels;
import raftlab.weights.Checkpoint;
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
    layout.shapes().forEach(each -> tensors.add(precision.allocate(owner, each)));
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

  /** Returns the number of trained numbers; a tied head counts once. */
  public long count() {
    return tensors.stream().mapToLong(NDArray::size).sum();
  }

  /**
   * Returns these weights with an adapter merged in: changed matrices are copies that belong to
   * {@code owner}, the others are shared.
   */
  Parameters with(Adapter adapter, PtNDManager owner) {
    List<NDArray> merged = new ArrayList<>(tensors);
    for (Adapter.Piece piece : adapter.pieces()) {
      int index = piece.part().tensor();
      if (merged.get(index) == tensors.get(index)) {
        NDArray copy = precision.allocate(owner, tensors.get(index).getShape());
        Kernels.get().run("copy", copy, tensors.get(index));
        merged.set(index, copy);
      }
    }
    adapter.addTo(merged);
    return new Parameters(owner, precision, merged, parts);
  }

  /** Copies another model's numbers into these. */
  void copyFrom(Parameters other) {
    for (int i = 0; i < tensors.size(); i++) {
      if (tensors.get(i).size() > 0) {
        Kernels.get().run("copy", tensors.get(i), other.tensors.get(i));
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
      write(part, 0, bytes, DataType.FLOAT32);
    }
  }

  /** Reads all parts from a checkpoint whose shapes have been checked, piece by piece. */
  void load(Checkpoint checkpoint) {
    ByteBuffer chunk = buffer(CHUNK);
    ByteBuffer widened = buffer(2 * CHUNK);
    for (Part part : parts) {
      TensorEntry entry = checkpoint.entry(part.name());
      long size = entry.byteSize();
      for (long at = 0; at < size; at += CHUNK) {
        chunk.clear().limit((int) Math.min(CHUNK, size - at));
        checkpoint.copy(part.name(), at, chunk);
        chunk.flip();
        long element = at / entry.type().size();
        switch (entry.type()) {
          case BF16 -> write(part, element, HalfBytes.widen(chunk, widened), DataType.FLOAT32);
          case F16 -> write(part, element, chunk, DataType.FLOAT16);
          default -> write(part, element, chunk, DataType.FLOAT32);
        }
      }
    }
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocateDirect(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Copies numbers, little-endian, into a part from its element {@code at} on. */
  private void write(Part part, long at, ByteBuffer bytes, DataType type) {
    try (PtNDManager scope = (PtNDManager) owner.newSubManager()) {
      long count = bytes.remaining() / type.getNumOfBytes();
      NDArray source = scope.create(bytes, new Shape(count), type);
      Kernels.get().run("fill", tensors.get(part.tensor()), part.firstElement() + at, source);
    }
  }

  /** Returns a copy of one part's numbers, little-endian, in their own type. */
  ByteBuffer read(Part part) {
    try (PtNDManager scope = (PtNDManager) owner.newSubManager()) {
      ByteBuffer floats =
          Kernels.get()
              .call(scope, "part", tensors.get(part.tensor()), part.firstElement(), elements(part))
              .toByteBuffer()
              .order(ByteOrder.LITTLE_ENDIAN);
      return precision == Precision.BFLOAT16 ? HalfBytes.narrow(floats) : floats;
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
