package raftlab.loss;

import java.util.Map;

/** Counts what clipping did to the tokens of a batch. Used by one call of a loss. */
final class RatioTally {

  private long tokens;
  private long high;
  private long low;
  private long dual;
  private double most = Double.NEGATIVE_INFINITY;

  void add(double ratio, double advantage, ClipRange clip) {
    tokens++;
    most = Math.max(most, ratio);
    if (advantage > 0 && ratio > 1 + clip.high()) {
      high++;
    } else if (advantage < 0 && ratio < 1 - clip.low()) {
      low++;
    } else if (advantage < 0 && clip.dual() > 0 && ratio > clip.dual()) {
      dual++;
    }
  }

  /** Adds the shares; nothing if no ratio was taken. */
  void report(Map<String, Double> metrics) {
    if (tokens > 0) {
      metrics.put("ratio/clip_high", high / (double) tokens);
      metrics.put("ratio/clip_low", low / (double) tokens);
      metrics.put("ratio/dual_clip", dual / (double) tokens);
      metrics.put("ratio/max", most);
    }
  }
}
