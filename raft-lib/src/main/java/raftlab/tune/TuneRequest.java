package raftlab.tune;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import raftlab.core.Checks;
import raftlab.model.LoraSettings;
import raftlab.model.ModelFolder;
import raftlab.model.Precision;
import raftlab.train.TrainSettings;

/**
 * What is to be fine-tuned, on what, and how.
 *
 * @param model model folder, or an adapter's, whose training then goes on
 * @param precision numbers of the weights
 * @param data rows, see {@link TuneRows}
 * @param out new folder
 * @param settings how to train
 * @param lora a new adapter; empty to train what the folder holds
 * @param merge whether the adapter is folded into the weights at the end
 * @param text how rows become tokens
 * @param saveEvery steps between two saved states
 */
public record TuneRequest(
    Path model,
    Precision precision,
    Path data,
    Path out,
    TrainSettings settings,
    Optional<LoraSettings> lora,
    boolean merge,
    TextSettings text,
    int saveEvery) {

  public TuneRequest {
    Checks.notNull(model, "model folder");
    Checks.notNull(settings, "training settings");
    Checks.usage(out != null, "`finetune --data` needs a folder to write to", "", "Give --out DIR");
    Checks.user(
        !Files.exists(out) || Files.isDirectory(out),
        out + " is a file",
        "the model is written into a folder",
        "Give another place to --out");
    Checks.usage(
        !merge || lora.isPresent() || ModelFolder.adapterOf(model).isPresent(),
        "--merge has no adapter to fold into the weights",
        "all weights are trained",
        "Add --lora R, or leave --merge out");
    Checks.usage(
        saveEvery >= 1, "--save-every " + saveEvery + " saves nothing", "", "Give 1 or more");
  }
}
