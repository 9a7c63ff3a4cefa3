package raftlab.model;

import com.google.gson.JsonObject;
import java.util.Optional;
import raftlab.core.Checks;

/**
 * YaRN (Peng et al. 2023, arXiv 2309.00071): frequencies that turn often inside the original
 * context stay, slow ones are divided by the factor, and attention is sharpened by an amplitude.
 * The details follow transformers' {@code _compute_yarn_parameters}.
 *
 * @param factor how much slow rotations are slowed down, at least 1; like transformers, replaced by
 *     max_position_embeddings / originalPositions where the latter is given
 * @param originalPositions the context length before stretching; 0 if not given
 * @param amplitude of cosines and sines; 0 to compute it
 * @param mscale numerator's weight in the computed amplitude; 0 if not given
 * @param mscaleAllDim denominator's weight; 0 if not given
 * @param betaFast turns above which a frequency stays
 * @param betaSlow turns below which it is slowed by the whole factor
 * @param truncate whether the bounds are rounded to whole dimensions
 */
record YarnScaling(
    double factor,
    int originalPositions,
    double amplitude,
    double mscale,
    double mscaleAllDim,
    double betaFast,
    double betaSlow,
    boolean truncate)
    implements RopeScaling {

  YarnScaling {
    Checks.user(
        factor >= 1 && originalPositions >= 0 && betaFast > betaSlow && betaSlow > 0,
        "config.json gives yarn the factor "
            + factor
            + " and the betas "
            + betaFast
            + ", "
            + betaSlow,
        "the factor must be 1 or more, beta_fast greater than beta_slow",
        "");
  }

  static YarnScaling parse(ConfigJson json) {
    return new YarnScaling(
        json.real("factor"),
        json.integer("original_max_position_embeddings", 0),
        json.real("attention_factor", 0),
        json.real("mscale", 0),
        json.real("mscale_all_dim", 0),
        json.real("beta_fast", 32),
        json.real("beta_slow", 1),
        json.flag("truncate", true));
  }

  @Override
  public float[] apply(float[] frequencies, double theta, int maxPositions) {
    int half = frequencies.length;
    int width = 2 * half;
    int original = originalPositions > 0 ? originalPositions : maxPositions;
    double low = bound(betaFast, width, theta, original);
    double high = bound(betaSlow, width, theta, original);
    if (truncate) {
      low = Math.floor(low);
      high = Math.ceil(high);
    }
    low = Math.max(low, 0);
    high = Math.min(high, width - 1);
    double span = low == high ? 0.001 : high - low;
    float[] stretched = new float[half];
    for (int i = 0; i < half; i++) {
      double slowed = Math.min(1, Math.max(0, (i - low) / span));
      stretched[i] =
          (float) (frequencies[i] / stretch(maxPositions) * slowed + frequencies[i] * (1 - slowed));
    }
    return stretched;
  }

  /** Returns the dimension whose frequency makes so many turns in the original context. */
  private static double bound(double turns, int width, double theta, int original) {
    return width * Math.log(original / (turns * 2 * Math.PI)) / (2 * Math.log(theta));
  }

  @Override
  public double amplitude(int maxPositions) {
    if (amplitude > 0) {
      return amplitude;
    }
    double stretch = stretch(maxPositions);
    return mscale > 0 && mscaleAllDim > 0
        ? sharpened(stretch, mscale) / sharpened(stretch, mscaleAllDim)
        : sharpened(stretch, 1);
  }

  private double stretch(int maxPositions) {
    return originalPositions > 0 ? (double) maxPositions / originalPositions : factor;
  }

  private static double sharpened(double stretch, double weight) {
    return stretch <= 1 ? 1 : 0.1 * weight * Math.log(stretch) + 1;
  }

  @Override
  public Optional<JsonObject> toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("rope_type", "yarn");
    json.addProperty("factor", factor);
    put(json, "original_max_position_embeddings", originalPositions);
    put(json, "attention_factor", amplitude);
    put(json, "mscale", mscale);
    put(json, "mscale_all_dim", mscaleAllDim);
    json.addProperty("beta_fast", betaFast);
    json.addProperty("beta_slow", betaSlow);
    json.addProperty("truncate", truncate);
    return Optional.of(json);
  }

  private static void put(JsonObject json, String key, Number value) {
    if (value.doubleValue() > 0) {
      json.addProperty(key, value);
    }
  }
}
