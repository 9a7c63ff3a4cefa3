package raftlab.kernel.command.flow;

import java.nio.file.Path;
import picocli.CommandLine.Option;
import raftlab.core.UsageError;
import raftlab.core.UserError;
import raftlab.model.DecoderPolicy;
import raftlab.model.EmbeddedModel;
import raftlab.model.Precision;

/** Which model folder is read and in which precision: for commands that work on files. */
final class FolderOptions {

  static final String EMBEDDED = "embedded";

  @Option(
      names = "--model",
      paramLabel = "DIR",
      defaultValue = EMBEDDED,
      description =
          "model folder in the Hugging Face layout, or an adapter's in PEFT's (${DEFAULT-VALUE})")
  String model;

  @Option(
      names = "--dtype",
      defaultValue = "float32",
      description = "numbers it computes with: float32 or bfloat16 (${DEFAULT-VALUE})")
  String dtype;

  /** Loads the model; the caller closes it. */
  DecoderPolicy load() {
    Precision precision = precision(dtype);
    return DecoderPolicy.load(
        model.equals(EMBEDDED) ? EmbeddedModel.folder() : Path.of(model), precision);
  }

  /** Returns the precision that {@code --dtype} asks for. */
  static Precision precision(String dtype) {
    try {
      return Precision.named(dtype);
    } catch (UserError e) {
      throw new UsageError(e);
    }
  }
}
