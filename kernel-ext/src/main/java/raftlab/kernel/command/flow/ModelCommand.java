package raftlab.kernel.command.flow;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.core.Suggest;
import raftlab.core.UsageError;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.model.DecoderPolicy;
import raftlab.model.EmbeddedModel;

/** Loads a policy: the embedded base model or a model folder. */
public final class ModelCommand implements Command {

  @Parameters(arity = "0..1", defaultValue = "base", description = "name of the policy")
  String name;

  @Option(names = "--from", description = "model folder in the Hugging Face layout")
  Path from;

  @Option(names = "--preset", defaultValue = "tiny", description = "tiny: the embedded model")
  String preset;

  @Option(
      names = "--dtype",
      defaultValue = "float32",
      description = "numbers it computes with: float32 or bfloat16 (${DEFAULT-VALUE})")
  String dtype;

  @Mixin LoraOptions lora;

  @Override
  public Object run(Session session) {
    if (from == null && !preset.equals("tiny")) {
      throw new UsageError(
          "there is no preset \"" + preset + "\"",
          "",
          Suggest.near(preset, java.util.List.of("tiny")));
    }
    DecoderPolicy policy =
        DecoderPolicy.load(
            from == null ? EmbeddedModel.folder() : from, FolderOptions.precision(dtype));
    lora.settings().ifPresent(each -> policy.adapt(each, session.options().seed()));
    return session.keep(Kinds.POLICY, name, policy);
  }
}
