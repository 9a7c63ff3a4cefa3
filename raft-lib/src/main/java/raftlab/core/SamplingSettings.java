package raftlab.core;

/**
 * How completions are drawn.
 *
 * @param completionsPerPrompt K, at least 1
 * @param temperature divides the logits; 0 means greedy
 * @param topP keeps the smallest set of tokens whose probability reaches it; in (0, 1], 1 keeps all
 * @param topK keeps the k most probable tokens; 0 keeps all
 * @param maxNewTokens longest completion in tokens, the end token included
 * @param seed the run's seed; with the iteration, prompt id, sample index and position it decides
 *     every draw
 * @param iteration the RAFT iteration, 0 outside a run: the same prompt gets fresh draws in each
 */
public record SamplingSettings(
    int completionsPerPrompt,
    double temperature,
    double topP,
    int topK,
    int maxNewTokens,
    long seed,
    int iteration) {

  private static final int UNKNOWN = Integer.MAX_VALUE;

  public SamplingSettings {
    Checks.usage(
        completionsPerPrompt >= 1,
        "-k " + completionsPerPrompt + " is not a number of completions",
        "",
        "Give 1 or more; group baselines (grpo, rloo) need 2");
    Checks.usage(
        temperature >= 0 && Double.isFinite(temperature),
        "--temperature " + temperature + " is not a temperature",
        "",
        "Give 0 (greedy) or more, such as 1.0");
    Checks.usage(
        topP > 0 && topP <= 1, "--top-p " + topP + " is not a share", "", "Give 0 < top-p <= 1");
    Checks.usage(
        topK >= 0, "--top-k " + topK + " is not a number of tokens", "", "Give 0 (off) or more");
    Checks.usage(
        maxNewTokens >= 1,
        "--max-new-tokens " + maxNewTokens + " leaves nothing to generate",
        "",
        "Give 1 or more");
  }

  /** K completions at temperature 1 from the whole distribution. */
  public static SamplingSettings of(int completionsPerPrompt, int maxNewTokens, long seed) {
    return new SamplingSettings(completionsPerPrompt, 1.0, 1.0, 0, maxNewTokens, seed, 0);
  }

  /**
   * The settings of completions read from a file, of which only K is known: the other values are
   * placeholders and must not be shown as the model's.
   */
  public static SamplingSettings imported(int completionsPerPrompt) {
    return of(completionsPerPrompt, UNKNOWN, 0);
  }

  /** Returns whether the completions were read from a file that does not say how it was made. */
  public boolean isImported() {
    return maxNewTokens == UNKNOWN;
  }

  /** Returns the temperature as text, {@code unknown} for imported completions. */
  public String shownTemperature() {
    return isImported() ? "unknown" : String.valueOf(temperature);
  }

  /** One greedy completion. */
  public static SamplingSettings greedy(int maxNewTokens) {
    return new SamplingSettings(1, 0.0, 1.0, 0, maxNewTokens, 0, 0);
  }

  /** Returns whether the most probable token is always taken. */
  public boolean isGreedy() {
    return temperature == 0;
  }

  public SamplingSettings withTemperature(double value) {
    return new SamplingSettings(
        completionsPerPrompt, value, topP, topK, maxNewTokens, seed, iteration);
  }

  public SamplingSettings withIteration(int value) {
    return new SamplingSettings(
        completionsPerPrompt, temperature, topP, topK, maxNewTokens, seed, value);
  }

  public SamplingSettings withCompletionsPerPrompt(int value) {
    return new SamplingSettings(value, temperature, topP, topK, maxNewTokens, seed, iteration);
  }
}
