package raftlab.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import raftlab.core.Checks;
import raftlab.tokenize.HfTokenizer;
import raftlab.tokenize.Tokenizer;
import raftlab.weights.Checkpoint;
import raftlab.weights.NamedTensor;
import raftlab.weights.SafetensorsWriter;

/**
 * A model in the Hugging Face layout (config.json, tokenizer.json, model.safetensors), or an
 * adapter in PEFT's that names the folder of its base. Nothing is allocated before every tensor has
 * been found to have the shape that config.json says.
 */
public final class ModelFolder {

  private ModelFolder() {}

  /** Returns whether a folder holds a model or an adapter, sound or not. */
  public static boolean isAt(Path folder) {
    return AdapterFolder.is(folder) || Files.exists(folder.resolve(ConfigReader.FILE));
  }

  /** Returns the folder of the model itself: for an adapter's folder that of its base. */
  public static Path baseOf(Path folder) {
    return AdapterFolder.is(folder) ? AdapterFolder.base(folder) : folder;
  }

  /** Returns the adapter's settings if a folder holds one. */
  public static Optional<LoraSettings> adapterOf(Path folder) {
    return AdapterFolder.is(folder)
        ? Optional.of(AdapterFolder.settings(folder))
        : Optional.empty();
  }

  static DecoderPolicy load(Path folder, Precision precision) {
    if (!AdapterFolder.is(folder)) {
      return loadModel(folder, precision);
    }
    LoraSettings lora = AdapterFolder.settings(folder);
    Path base = AdapterFolder.base(folder);
    DecoderPolicy policy = loadModel(base, precision);
    try {
      AdapterFolder.read(folder, policy.adapt(lora));
      policy.readFrom(absolute(folder), absolute(base));
      return policy;
    } catch (RuntimeException e) {
      policy.close();
      throw e;
    }
  }

  private static DecoderPolicy loadModel(Path folder, Precision precision) {
    DecoderConfig config = DecoderConfig.read(folder);
    Tokenizer tokenizer = HfTokenizer.load(folder);
    checkTogether(folder, config, tokenizer);
    Path absolute = absolute(folder);
    try (Checkpoint checkpoint = Checkpoint.open(folder)) {
      new CheckpointCheck(folder, checkpoint).holds(config);
      DecoderPolicy policy =
          new DecoderPolicy(
              absolute.getFileName().toString(), config, tokenizer, absolute, precision);
      try {
        policy.base().load(checkpoint);
        policy.readFrom(absolute, absolute);
        return policy;
      } catch (RuntimeException e) {
        policy.close();
        throw e;
      }
    }
  }

  private static Path absolute(Path folder) {
    return folder.toAbsolutePath().normalize();
  }

  private static void checkTogether(Path folder, DecoderConfig config, Tokenizer tokenizer) {
    Checks.user(
        tokenizer.size() <= config.vocabulary(),
        "the tokenizer in "
            + folder
            + " has "
            + tokenizer.size()
            + " tokens, the model's embedding "
            + config.vocabulary(),
        "they do not belong together",
        "Copy the whole model folder again");
    for (int end : tokenizer.endIds()) {
      Checks.user(
          end < config.vocabulary(),
          folder + " has the end token id " + end,
          "its embedding has the ids 0 to " + (config.vocabulary() - 1),
          "Copy the whole model folder again");
    }
  }

  /**
   * Writes a policy.
   *
   * @param base the folder that holds the weights below an adapter; empty if none does
   */
  static void save(DecoderPolicy policy, Optional<Path> base, Path folder) {
    if (policy.adapter().isEmpty()) {
      saveModel(policy, folder);
      return;
    }
    if (base.isEmpty()) {
      saveModel(policy, folder.resolve(AdapterFolder.OWN_BASE));
    }
    policy.tokenizer().save(folder);
    AdapterFolder.write(
        folder,
        policy.adapter().get(),
        base.map(Path::toString).orElse(AdapterFolder.OWN_BASE),
        policy.precision());
  }

  private static void saveModel(DecoderPolicy policy, Path folder) {
    policy.tokenizer().save(folder);
    ConfigWriter.write(policy.config(), policy.tokenizer(), policy.precision(), folder);
    List<NamedTensor> tensors = new ArrayList<>();
    for (Parameters.Part part : policy.base().parts()) {
      tensors.add(
          new NamedTensor(
              part.name(),
              policy.precision().stored(),
              part.shape(),
              () -> policy.base().read(part)));
    }
    SafetensorsWriter.write(folder.resolve(Checkpoint.SINGLE), tensors, Map.of("format", "pt"));
  }
}
