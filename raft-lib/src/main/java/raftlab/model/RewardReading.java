package raftlab.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import raftlab.core.Suggest;
import raftlab.core.UsageError;

/** Which states of a sequence a {@link RewardHead} reads. */
public enum RewardReading {
  /** That of the last token alone, as sequence classifiers of transformers do. */
  LAST("score.weight", 1),

  /**
   * Those of all tokens, summed: r = sum of v . h_t / 16. Each sentence of a reply can then add its
   * own worth where it stands, and need not be carried to the end through the few layers of a small
   * model. What the prompt's tokens add is the same for all its completions and falls out of every
   * comparison.
   */
  SUM("score_sum.weight", 1.0 / 16);

  private final String tensor;
  private final double scale;

  RewardReading(String tensor, double scale) {
    this.tensor = tensor;
    this.scale = scale;
  }

  /**
   * Returns the reading of a name.
   *
   * @throws UsageError for one that is not known
   */
  public static RewardReading named(String name) {
    List<String> known =
        Arrays.stream(values()).map(RewardReading::label).collect(Collectors.toList());
    return Arrays.stream(values())
        .filter(each -> each.label().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageError("--read " + name + " is not known", "", Suggest.near(name, known)));
  }

  /** Returns the name in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns what each token's v . h is multiplied by. */
  public double scale() {
    return scale;
  }

  /** Returns how many of a sequence's tokens are read. */
  public int tokens(int length) {
    return this == LAST ? 1 : length;
  }

  /** Returns the name of v on disk: another one, so that nobody reads it the wrong way. */
  String tensor() {
    return tensor;
  }
}
