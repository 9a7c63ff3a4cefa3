package raftlab.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import raftlab.core.Suggest;
import raftlab.core.UserError;

/** A matrix of a decoder layer that may carry an adapter, in the order of the kernels. */
public enum LoraTarget {
  Q_PROJ("self_attn"),
  K_PROJ("self_attn"),
  V_PROJ("self_attn"),
  O_PROJ("self_attn"),
  GATE_PROJ("mlp"),
  UP_PROJ("mlp"),
  DOWN_PROJ("mlp");

  private final String block;

  LoraTarget(String block) {
    this.block = block;
  }

  /** Returns all of them. */
  public static List<LoraTarget> all() {
    return List.of(values());
  }

  /** Returns the one a checkpoint calls so, such as {@code q_proj}. */
  public static LoraTarget named(String name) {
    List<String> known = Arrays.stream(values()).map(LoraTarget::module).toList();
    if (!known.contains(name)) {
      throw new UserError(
          "no matrix \"" + name + "\" can carry an adapter", "", Suggest.near(name, known));
    }
    return values()[known.indexOf(name)];
  }

  /** Returns its name in a checkpoint. */
  public String module() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns its whole name in a layer, without {@code .weight}. */
  String path(int layer) {
    return "model.layers." + layer + "." + block + "." + module();
  }
}
