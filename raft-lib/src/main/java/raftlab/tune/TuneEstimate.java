package raftlab.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import raftlab.model.DecoderConfig;
import raftlab.model.LoraSettings;
import raftlab.model.ModelFolder;
import raftlab.tokenize.HfTokenizer;
import raftlab.train.TrainSettings;
import raftlab.train.TrainingExample;
import raftlab.train.TrainingMemory;
import raftlab.train.TrainingTime;

/** What a request will take, without loading the model or changing anything. */
public final class TuneEstimate {

  private TuneEstimate() {}

  /** Returns one sentence each on the data, the memory and the time. */
  public static List<String> of(TuneRequest request) {
    var base = ModelFolder.baseOf(request.model());
    DecoderConfig config = DecoderConfig.read(base);
    TuneRows rows =
        TuneRows.read(
            request.data(), HfTokenizer.load(base), base, request.text(), config.maxPositions());
    Optional<LoraSettings> lora = request.lora().or(() -> ModelFolder.adapterOf(request.model()));
    TrainSettings settings = request.settings();
    boolean again = settings.batching().checkpointed();
    int most = TrainingMemory.cells(config, request.precision(), again);
    List<String> sentences = new ArrayList<>();
    int perStep = settings.perStep();
    long steps = (long) settings.epochs() * ((rows.examples().size() + perStep - 1) / perStep);
    sentences.add(
        String.format(
            Locale.ROOT,
            "%,d examples (%d cut, %d dropped), %,d tokens of which %,d carry a loss; %,d steps",
            rows.examples().size(),
            rows.cut(),
            rows.dropped(),
            rows.tokens(),
            rows.lossTokens(),
            steps));
    sentences.add(
        TrainingMemory.of(config, request.precision(), lora, again, cells(rows, settings, most))
            .toString());
    double seconds =
        TrainingTime.seconds(
            config,
            request.precision(),
            lora,
            again,
            settings.epochs() * rows.tokens(),
            settings.epochs() * rows.lossTokens());
    sentences.add(
        String.format(
            Locale.ROOT,
            "about %.1f minutes on this machine, %.1f s per step",
            seconds / 60,
            seconds / steps));
    return sentences;
  }

  /** The largest micro-batch there can be: the longest examples side by side. */
  private static long cells(TuneRows rows, TrainSettings settings, int most) {
    List<Integer> longest =
        rows.examples().stream()
            .map(TrainingExample::tokens)
            .map(tokens -> tokens.length)
            .sorted(Comparator.reverseOrder())
            .limit(settings.batchSize())
            .toList();
    long side = (long) longest.size() * longest.get(0);
    return Math.max(longest.get(0), Math.min(most, side));
  }
}
