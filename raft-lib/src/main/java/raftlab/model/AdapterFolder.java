package raftlab.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import raftlab.core.UserError;
import raftlab.files.JsonFile;
import raftlab.weights.NamedTensor;
import raftlab.weights.SafetensorsFile;
import raftlab.weights.SafetensorsWriter;
import raftlab.weights.StoredType;
import raftlab.weights.TensorEntry;

/**
 * An adapter in PEFT's layout: {@code adapter_config.json} and {@code adapter_model.safetensors}.
 * What would change the arithmetic and is not built (DoRA, rank patterns, biases, modules saved
 * whole) is refused when read.
 */
final class AdapterFolder {

  static final String CONFIG = "adapter_config.json";
  static final String WEIGHTS = "adapter_model.safetensors";

  /** Where the base is kept inside the folder if it is in no folder of its own. */
  static final String OWN_BASE = "base";

  private static final List<StoredType> TYPES =
      List.of(StoredType.F32, StoredType.BF16, StoredType.F16);
  private static final String DTYPE = "dtype";

  private AdapterFolder() {}

  /** Returns whether a folder holds an adapter rather than a model. */
  static boolean is(Path folder) {
    return Files.isRegularFile(folder.resolve(CONFIG));
  }

  /** Returns the folder of the base model, beside or inside the adapter's if given relatively. */
  static Path base(Path folder) {
    ConfigJson config = config(folder);
    String given = config.text("base_model_name_or_path", "");
    for (Path each : List.of(folder.resolve(given), Path.of(given))) {
      if (!given.isEmpty() && Files.isRegularFile(each.resolve(ConfigReader.FILE))) {
        return each;
      }
    }
    throw new UserError(
        folder + " is an adapter of \"" + given + "\", which is no model folder here",
        "",
        "Write the path of its base into base_model_name_or_path of " + CONFIG);
  }

  static LoraSettings settings(Path folder) {
    ConfigJson config = config(folder);
    if (!config.text("peft_type", "").equals("LORA")) {
      throw config.wrong("peft_type", "LORA");
    }
    for (String each : List.of("use_dora", "use_rslora", "fan_in_fan_out", "lora_bias")) {
      if (config.flag(each, false)) {
        throw config.wrong(each, "false");
      }
    }
    for (String each :
        List.of("rank_pattern", "alpha_pattern", "modules_to_save", "layers_to_transform")) {
      if (config.has(each) && !isEmpty(config.json().get(each))) {
        throw config.wrong(each, "nothing");
      }
    }
    if (!config.text("bias", "none").equals("none")) {
      throw config.wrong("bias", "none");
    }
    return new LoraSettings(config.integer("r"), config.real("lora_alpha"), targets(config));
  }

  private static List<LoraTarget> targets(ConfigJson config) {
    JsonElement given = config.json().get("target_modules");
    if (given instanceof JsonPrimitive word && word.getAsString().equals("all-linear")) {
      return LoraTarget.all();
    }
    if (!(given instanceof JsonArray list)) {
      throw config.wrong("target_modules", "a list of matrices");
    }
    List<LoraTarget> targets = new ArrayList<>();
    list.forEach(each -> targets.add(LoraTarget.named(each.getAsString())));
    return targets;
  }

  private static boolean isEmpty(JsonElement value) {
    return (value instanceof JsonArray list && list.isEmpty())
        || (value instanceof JsonObject object && object.isEmpty());
  }

  private static ConfigJson config(Path folder) {
    Path file = folder.resolve(CONFIG);
    return new ConfigJson(file, JsonFile.readObject(file));
  }

  static void read(Path folder, Adapter adapter) {
    Path file = folder.resolve(WEIGHTS);
    try (SafetensorsFile stored = SafetensorsFile.open(file)) {
      for (Adapter.Piece piece : adapter.pieces()) {
        TensorEntry entry = stored.entry(piece.name());
        long[] expected = piece.tensor().getShape().getShape();
        if (!Arrays.equals(entry.shape(), expected) || !TYPES.contains(entry.type())) {
          throw new UserError(
              file + " gives " + entry,
              "its base and rank ask for " + Arrays.toString(expected) + " of F32, BF16 or F16",
              "The adapter belongs to another model");
        }
        Adapter.write(piece, stored.bytes(piece.name()), entry.type());
      }
      if (stored.names().size() != adapter.pieces().size()) {
        throw new UserError(
            file + " holds " + stored.names().size() + " tensors",
            CONFIG + " asks for " + adapter.pieces().size(),
            "The two do not belong together");
      }
    }
  }

  /** Returns the precision its base was in when {@link #write} wrote it. */
  static Precision precision(Path folder) {
    try (SafetensorsFile stored = SafetensorsFile.open(folder.resolve(WEIGHTS))) {
      return Precision.named(stored.metadata().getOrDefault(DTYPE, Precision.FLOAT32.option()));
    }
  }

  static void write(Path folder, Adapter adapter, String base, Precision precision) {
    LoraSettings settings = adapter.settings();
    JsonObject json = new JsonObject();
    json.addProperty("peft_type", "LORA");
    json.addProperty("task_type", "CAUSAL_LM");
    json.addProperty("base_model_name_or_path", base);
    json.addProperty("r", settings.rank());
    json.addProperty("lora_alpha", settings.alpha());
    json.addProperty("lora_dropout", 0.0);
    json.addProperty("bias", "none");
    json.addProperty("fan_in_fan_out", false);
    json.addProperty("inference_mode", true);
    json.addProperty("use_rslora", false);
    json.addProperty("use_dora", false);
    JsonArray targets = new JsonArray();
    settings.targets().forEach(each -> targets.add(each.module()));
    json.add("target_modules", targets);
    List<NamedTensor> tensors = new ArrayList<>();
    for (Adapter.Piece piece : adapter.pieces()) {
      tensors.add(
          new NamedTensor(
              piece.name(),
              StoredType.F32,
              piece.tensor().getShape().getShape(),
              () -> piece.tensor().toByteBuffer().order(ByteOrder.LITTLE_ENDIAN)));
    }
    JsonFile.write(folder.resolve(CONFIG), json);
    SafetensorsWriter.write(
        folder.resolve(WEIGHTS), tensors, Map.of("format", "pt", DTYPE, precision.option()));
  }
}
