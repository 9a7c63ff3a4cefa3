package raftlab.model;

import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which tensors a configuration has, in the kernels' order, and which checkpoint names fill them.
 */
final class Layout {

  private final List<Shape> shapes = new ArrayList<>();
  private final List<Parameters.Part> parts = new ArrayList<>();

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
      if (c.biases().inputs()) {
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
      addBiases(c, at);
    }
    add(0, "model.norm.weight", width);
    if (c.tied()) {
      absent();
    } else {
      add(width, "lm_head.weight", (long) c.vocabulary());
    }
  }

  /** Adds the biases that most families lack. */
  private void addBiases(DecoderConfig c, String at) {
    long inner = c.intermediate();
    if (c.biases().output()) {
      add(0, at + "self_attn.o_proj.bias", (long) c.hidden());
    } else {
      absent();
    }
    if (c.biases().mlp()) {
      add(0, at + "mlp.gate_proj.bias", inner, at + "mlp.up_proj.bias", inner);
      add(0, at + "mlp.down_proj.bias", (long) c.hidden());
    } else {
      absent();
      absent();
    }
  }

  /** Adds a tensor whose rows are the named parts in turn; columns 0 makes it a vector. */
  private void add(long columns, Object... namesAndRows) {
    long rows = 0;
    for (int i = 0; i < namesAndRows.length; i += 2) {
      long own = ((Number) namesAndRows[i + 1]).longValue();
      long[] shape = columns == 0 ? new long[] {own} : new long[] {own, columns};
      parts.add(
          new Parameters.Part(
              (String) namesAndRows[i], shape, shapes.size(), rows * Math.max(1, columns)));
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

  List<Parameters.Part> parts() {
    return Collections.unmodifiableList(parts);
  }
}
