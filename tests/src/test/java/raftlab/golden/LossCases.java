package raftlab.golden;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import raftlab.loss.Advantage;
import raftlab.loss.ClipRange;
import raftlab.loss.KlEstimator;
import raftlab.loss.LossKind;
import raftlab.loss.LossSettings;
import raftlab.loss.Normalizer;
import raftlab.loss.RatioLevel;

/** What torch and numpy made of losses and advantages, see tests/fixtures/make_losses.py. */
@SuppressWarnings("ArrayRecordComponent") // test data, read once
record LossCases(
    List<Group> advantages,
    List<Case> losses,
    List<Pairs> pairs,
    List<GradientCase> gradients,
    RewardCase reward) {

  record Group(String name, Advantage kind, double[] rewards, double[] expected) {

    @Override
    public String toString() {
      return kind + ", " + name;
    }
  }

  record Case(
      String name,
      Settings settings,
      List<Sequence> batch,
      double value,
      double[][] slopes,
      double[] entropy_weights,
      Map<String, Double> metrics) {

    @Override
    public String toString() {
      return name;
    }
  }

  record Sequence(
      int[] tokens,
      int prompt_length,
      double[] now,
      double[] old,
      double[] reference,
      double advantage) {}

  record Pairs(
      String name,
      double[] chosen,
      double[] rejected,
      double margin,
      double value,
      double[] slopes) {

    @Override
    public String toString() {
      return name;
    }
  }

  record GradientCase(
      String name, String family, Settings settings, List<Sequence> batch, double value) {

    @Override
    public String toString() {
      return name;
    }
  }

  record RewardCase(
      String family,
      double margin,
      double learning_rate,
      List<Tokens> pairs,
      double[][] rewards,
      double[] losses) {}

  record Tokens(int[] chosen, int[] rejected) {}

  record Settings(
      LossKind kind,
      RatioLevel ratio,
      double low,
      double high,
      double dual,
      Normalizer normalizer,
      int local,
      int longest,
      double kl,
      KlEstimator estimator,
      double entropy,
      double beta,
      double smoothing) {

    LossSettings settings() {
      return new LossSettings(
          kind,
          ratio,
          new ClipRange(low, high, dual),
          normalizer,
          local,
          longest,
          kl,
          estimator,
          entropy,
          beta,
          smoothing);
    }
  }

  static LossCases read() {
    try {
      return new Gson()
          .fromJson(
              Files.readString(Golden.folder("losses").resolve("losses.json")), LossCases.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
