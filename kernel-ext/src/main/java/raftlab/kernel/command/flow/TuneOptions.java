package raftlab.kernel.command.flow;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import raftlab.core.UsageError;
import raftlab.kernel.command.Origin;
import raftlab.kernel.command.Session;
import raftlab.kernel.command.Setting;
import raftlab.model.EmbeddedModel;
import raftlab.train.Batching;
import raftlab.train.TrainSettings;
import raftlab.tune.TextSettings;
import raftlab.tune.TuneRequest;

/** What fine-tuning a model folder on a file has beside the options of any training. */
final class TuneOptions {

  private static final double FULL_RATE = 2e-5;
  private static final double LORA_RATE = 2e-4;
  private static final int BATCH = 8;
  private static final Set<String> FILE_ONLY =
      Set.of(
          "model",
          "dtype",
          "merge",
          "accumulate",
          "warmup",
          "max-length",
          "no-end-token",
          "checkpointing",
          "packing",
          "no-shuffle",
          "save-every");

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "rows with prompt and completion, text, or messages; needs --out DIR")
  Path data;

  @Mixin FolderOptions folder;
  @Mixin LoraOptions lora;

  @Option(names = "--merge", description = "fold the adapter into the weights at the end")
  boolean merge;

  @Option(
      names = "--accumulate",
      defaultValue = "1",
      description = "batches whose gradients are summed before a step (${DEFAULT-VALUE})")
  int accumulate;

  @Option(
      names = "--warmup",
      defaultValue = "0",
      description = "steps of linear rise of the rate (${DEFAULT-VALUE})")
  int warmup;

  @Option(
      names = "--max-length",
      defaultValue = "0",
      description = "longest example in tokens, cut on the right (0: the model's context)")
  int maxLength;

  @Option(
      names = "--no-end-token",
      description = "add no end token to the text (else one is added and learnt)")
  boolean noEndToken;

  @Option(
      names = "--checkpointing",
      description = "keep the layers' inputs only and compute the rest anew: less memory")
  boolean checkpointing;

  @Option(
      names = "--packing",
      description = "rows one behind the other without padding; none sees another")
  boolean packing;

  @Option(names = "--no-shuffle", description = "take the rows in the file's order")
  boolean noShuffle;

  @Option(
      names = "--save-every",
      defaultValue = "100",
      description = "steps between saved states, from which the same call goes on")
  int saveEvery;

  TuneRequest request(Session session, TrainingOptions training, boolean lossOnAll) {
    Batching batching = new Batching(accumulate, !noShuffle, packing, checkpointing);
    TrainSettings settings = training.settings(session.options().seed()).withBatching(batching);
    settings = settings.withSchedule(settings.schedule(), warmup);
    if (!isGiven(session, "lr")) {
      settings = settings.withLearningRate(rate());
    }
    if (!isGiven(session, "batch")) {
      settings = settings.withBatchSize(BATCH);
    }
    return new TuneRequest(
        folder.model.equals(FolderOptions.EMBEDDED)
            ? EmbeddedModel.folder()
            : Path.of(folder.model),
        FolderOptions.precision(folder.dtype),
        data,
        session.options().out(),
        settings,
        lora.settings(),
        merge,
        new TextSettings(lossOnAll, !noEndToken, maxLength),
        saveEvery);
  }

  /** Returns the settings with the rate and the batch of a file where none was given. */
  List<Setting> used(Session session) {
    Map<String, String> own = Map.of("lr", String.valueOf(rate()), "batch", String.valueOf(BATCH));
    return session.resolved().stream()
        .map(
            each ->
                own.containsKey(each.key()) && !isGiven(session, each.key())
                    ? new Setting(each.key(), own.get(each.key()), Origin.DEFAULT)
                    : each)
        .toList();
  }

  private double rate() {
    return lora.rank == null ? FULL_RATE : LORA_RATE;
  }

  /** What only a file is trained with must not be passed over in silence for a selection. */
  static void refuseWithoutFile(Session session) {
    for (Setting each : session.resolved()) {
      if (each.origin() == Origin.HERE && FILE_ONLY.contains(each.key())) {
        throw new UsageError(
            "--" + each.key() + " needs --data FILE",
            "a selection is trained without it",
            "Leave it out, or fine-tune a model folder on a file");
      }
    }
  }

  /** A selection of a small model is trained with larger steps than a model from a file. */
  private static boolean isGiven(Session session, String key) {
    return session.resolved().stream()
        .anyMatch(
            each ->
                each.key().equals(key)
                    && each.origin() != Origin.DEFAULT
                    && each.origin() != Origin.PRESET);
  }
}
