package raftlab.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import raftlab.weights.StoredType;

/**
 * The decoder's tensors in the order the kernels take them: embedding [V, C]; per layer norm,
 * queries-keys-values in one matrix and its bias, query norm, key norm, output, norm, gate-and-up
 * in one matrix, down; final norm; head. What a family lacks has no elements.
 */
public final class Parameters implements AutoCloseable {

  /** A tensor of the checkpoint and the rows of the kernels' tensor it fills. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Part(String name, long[] shape, int tensor, long firstElement) {}

  private final PtNDManager owner;
  private final List<NDArray> tensors;
  private final List<Part> parts;

  private Parameters(PtNDManager owner, List<NDArray> tensors, List<Part> parts) {
    this.owner = owner;
    this.tensors = tensors;
    this.parts = parts;
  }

  /** Allocates zeroed parameters of a configuration; they belong to {@code owner}. */
  static Parameters allocate(PtNDManager owner, DecoderConfig config) {
    Layout layout = new Layout(config);
    List<NDArray> tensors =
        layout.shapes().stream().map(each -> owner.zeros(each, DataType.FLOAT32)).toList();
    return new Parameters(owner, tensors, layout.parts());
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
      write(part, bytes, StoredType.F32);
    }
  }

  /** Copies stored bytes, little-endian, into their place. */
  void write(Part part, ByteBuffer bytes, StoredType type) {
    DataType read =
        switch (type) {
          case F32 -> DataType.FLOAT32;
          case BF16 -> DataType.BFLOAT16;
          case F16 -> DataType.FLOAT16;
          default ->
              throw new raftlab.core.UserError(
                  "tensor " + part.name() + " is stored as " + type,
                  "weights are F32, BF16 or F16",
                  "Convert the checkpoint");
        };
    NDArray target = tensors.get(part.tensor());
    try (PtNDManager scope = (PtNDManager) owner.newSubManager()) {
      scope.tempAttachAll(target);
      NDArray source = scope.create(bytes, new Shape(elements(part)), read);
      target
          .reshape(-1)
          .set(
              new ai.djl.ndarray.index.NDIndex(
                  "{}:{}", part.firstElement(), part.firstElement() + elements(part)),
              source.toType(DataType.FLOAT32, false));
    }
  }

  /** Returns a copy of one part's numbers as little-endian float32. */
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

  /** Which tensors there are and which checkpoint names make them up. */
  private static final class Layout {

    private final List<Shape> shapes = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();

    Layout(DecoderConfig c) {
      long width = c.hidden();
      long queries = (long) c.heads() * c.headDim();
      long keys = (long) c.kvHeads() * c.headDim();
      add(width, "model.embed_tokens.weight", c.vocabulary());
      for (int i = 0; i < c.layers(); i++) {
        String at = "model.layers." + i + ".";
        String attention = at + "self_attn.";
        add(0, at + "input_layernorm.weight", width);
        add(
            width,
            attention + "q_proj.weight",
            queries,
            attention + "k_proj.weight",
            keys,
            attention + "v_proj.weight",
            keys);
        if (c.qkvBias()) {
          add(
              0,
              attention + "q_proj.bias",
              queries,
              attention + "k_proj.bias",
              keys,
              attention + "v_proj.bias",
              keys);
        } else {
          absent();
        }
        if (c.qkNorm()) {
          add(0, attention + "q_norm.weight", (long) c.headDim());
          add(0, attention + "k_norm.weight", (long) c.headDim());
        } else {
          absent();
          absent();
        }
        add(queries, attention + "o_proj.weight", width);
        add(0, at + "post_attention_layernorm.weight", width);
        long inner = c.intermediate();
        add(width, at + "mlp.gate_proj.weight", inner, at + "mlp.up_proj.weight", inner);
        add(inner, at + "mlp.down_proj.weight", width);
      }
      add(0, "model.norm.weight", width);
      if (c.tied()) {
        absent();
      } else {
        add(width, "lm_head.weight", (long) c.vocabulary());
      }
    }

    /** Adds a tensor whose rows are the named parts in turn; columns 0 makes it a vector. */
    private void add(long columns, Object... namesAndRows) {
      long rows = 0;
      for (int i = 0; i < namesAndRows.length; i += 2) {
        long own = ((Number) namesAndRows[i + 1]).longValue();
        long[] shape = columns == 0 ? new long[] {own} : new long[] {own, columns};
        parts.add(
            new Part((String) namesAndRows[i], shape, shapes.size(), rows * Math.max(1, columns)));
        rows += own;
      }
      shapes.add(columns == 0 ? new Shape(rows) : new Shape(rows, columns));
    }

    private void absent() {
      shapes.add(new Shape(0));
    }

    List<Shape> shapes() {
      return shapes;
    }

    List<Part> parts() {
      return Collections.unmodifiableList(parts);
    }
  }
}
