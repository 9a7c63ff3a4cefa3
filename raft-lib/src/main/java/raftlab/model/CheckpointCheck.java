package raftlab.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import raftlab.core.Checks;
import raftlab.core.UserError;
import raftlab.weights.Checkpoint;
import raftlab.weights.StoredType;
import raftlab.weights.TensorEntry;

/** Compares a checkpoint's tensors with what config.json says, before anything is allocated. */
record CheckpointCheck(Path folder, Checkpoint checkpoint) {

  private static final Set<StoredType> STORED =
      Set.of(StoredType.F32, StoredType.BF16, StoredType.F16);

  /** Fails with a {@link UserError} that names the tensor, its shape and the expected one. */
  void holds(DecoderConfig config) {
    List<String> missing = new ArrayList<>();
    for (Parameters.Part part : new Layout(config).parts()) {
      if (checkpoint.names().contains(part.name())) {
        checkShape(part, checkpoint.entry(part.name()));
      } else {
        missing.add(part.name());
      }
    }
    if (!missing.isEmpty()) {
      throw new UserError(
          "the weights in "
              + folder
              + " lack "
              + missing.size()
              + " tensors, first "
              + missing.get(0),
          "",
          "Copy the model folder again; its config.json may belong to another model");
    }
  }

  private void checkShape(Parameters.Part part, TensorEntry entry) {
    Checks.user(
        STORED.contains(entry.type()),
        "tensor " + part.name() + " in " + folder + " is stored as " + entry.type(),
        "weights are F32, BF16 or F16",
        "Convert the checkpoint");
    if (!Arrays.equals(entry.shape(), part.shape())) {
      throw new UserError(
          "tensor "
              + part.name()
              + " in "
              + folder
              + " has shape "
              + Arrays.toString(entry.shape())
              + ", config.json expects "
              + Arrays.toString(part.shape()),
          "",
          "Copy the model folder again");
    }
  }
}
