package raftlab.pretrain;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import raftlab.core.Checks;
import raftlab.core.Event;
import raftlab.core.RunContext;
import raftlab.core.Seeds;
import raftlab.core.Stopped;
import raftlab.files.Folders;
import raftlab.model.DecoderPolicy;
import raftlab.run.RunDirectory;
import raftlab.tokenize.BpeTrainer;
import raftlab.tokenize.Tokenizer;
import raftlab.train.FineTuner;
import raftlab.train.Schedule;
import raftlab.train.TrainReport;
import raftlab.train.TrainSettings;
import raftlab.train.TrainingExample;

/**
 * Trains a base model from nothing by its recipe: the same recipe on the same machine gives the
 * same bits.
 */
public final class BaseTraining {

  private static final int TOKENIZER_TEXTS = 4000;
  private static final int TEXTS_AT_ONCE = 1024;

  private BaseTraining() {}

  /**
   * Trains and writes the model folder with its recipe and its log; returns the trained policy,
   * which the caller closes. The folder appears whole at the end, in the place of an older one, or
   * not at all.
   */
  public static DecoderPolicy train(BaseRecipe recipe, Path folder, RunContext context) {
    TrainSettings settings = settings(recipe);
    Corpus corpus = corpus(recipe);
    Folders.writeWhole(folder, place -> write(recipe, settings, corpus, place, context));
    return DecoderPolicy.load(folder);
  }

  private static void write(
      BaseRecipe recipe, TrainSettings settings, Corpus corpus, Path place, RunContext context) {
    LossCurve.Recorder recorder = new LossCurve.Recorder();
    try (DecoderPolicy policy = fresh(recipe, corpus, place);
        FineTuner tuner = new FineTuner(policy, settings)) {
      TrainReport report =
          tuner.train(
              examples(recipe, corpus, policy.tokenizer(), context), recorder.listenTo(context));
      policy.save(place);
      RunDirectory.writeRecord(place.resolve("recipe.json"), recipe);
      RunDirectory.writeRecord(
          place.resolve("training.json"),
          new BaseLog(policy.weightsHash(), report, recorder.curve()));
    }
  }

  /**
   * Takes only the first steps of the recipe's training and returns their losses. The order of the
   * texts and the learning rate are those of the whole training. Nothing stays in the scratch
   * folder's place.
   */
  static LossCurve firstSteps(BaseRecipe recipe, int steps, Path scratch, RunContext context) {
    Corpus corpus = corpus(recipe);
    LossCurve.Recorder recorder = new LossCurve.Recorder();
    RunContext limited =
        recorder.listenTo(
            new RunContext(
                () -> context.stopRequested() || recorder.heard() >= steps, context::emit));
    Path place = scratch.resolveSibling(scratch.getFileName() + ".part");
    try (DecoderPolicy policy = fresh(recipe, corpus, place);
        FineTuner tuner = new FineTuner(policy, settings(recipe))) {
      tuner.train(examples(recipe, corpus, policy.tokenizer(), context), limited);
    } catch (Stopped e) {
      context.checkStop();
    } finally {
      Folders.delete(place);
    }
    return recorder.curve();
  }

  private static Corpus corpus(BaseRecipe recipe) {
    return Corpus.of(recipe, Seeds.derive(recipe.seed(), 1));
  }

  private static DecoderPolicy fresh(BaseRecipe recipe, Corpus corpus, Path folder) {
    List<String> texts =
        LongStream.range(0, TOKENIZER_TEXTS).mapToObj(index -> corpus.text(index).whole()).toList();
    BpeTrainer.train(texts, recipe.vocabulary()).save(folder);
    return DecoderPolicy.fresh(
        folder.getFileName().toString(), recipe.config(), folder, Seeds.derive(recipe.seed(), 2));
  }

  private static TrainSettings settings(BaseRecipe recipe) {
    return new TrainSettings(
        1,
        recipe.batchSize(),
        recipe.learningRate(),
        Schedule.COSINE,
        recipe.warmupSteps(),
        recipe.weightDecay(),
        0.9,
        0.95,
        1e-8,
        1,
        Seeds.derive(recipe.seed(), 3));
  }

  /** The loss is on what follows a prompt; of a text without one, on all but its first token. */
  private static List<TrainingExample> examples(
      BaseRecipe recipe, Corpus corpus, Tokenizer tokenizer, RunContext context) {
    List<TrainingExample> examples = new ArrayList<>();
    long count = (long) recipe.steps() * recipe.batchSize();
    // Hundreds of thousands of texts, minutes on a slow machine: told and stopped between parts.
    for (long start = 0; start < count; start += TEXTS_AT_ONCE) {
      context.checkStop();
      LongStream.range(start, Math.min(count, start + TEXTS_AT_ONCE))
          .parallel()
          .mapToObj(index -> example(corpus.text(index), recipe, tokenizer))
          .flatMap(Optional::stream)
          .forEachOrdered(examples::add);
      long done = Math.min(count, start + TEXTS_AT_ONCE);
      context.emit(new Event.Progress("tokenize", done, count, "texts"));
    }
    Checks.user(
        !examples.isEmpty(),
        "all texts of " + recipe.world() + " are empty or too long",
        "the model reads " + recipe.maxPositions() + " tokens",
        "Give shorter texts");
    return examples;
  }

  /** Returns nothing for a text that is too long for the model, or empty. */
  private static Optional<TrainingExample> example(
      Corpus.Text read, BaseRecipe recipe, Tokenizer tokenizer) {
    int[] text = tokenizer.encode(read.whole());
    if (text.length == 0 || text.length >= recipe.maxPositions()) {
      return Optional.empty();
    }
    int[] tokens = Arrays.copyOf(text, text.length + 1);
    tokens[text.length] = tokenizer.endId();
    return Optional.of(
        new TrainingExample(tokens, Math.max(1, tokenizer.encode(read.prompt()).length)));
  }
}
