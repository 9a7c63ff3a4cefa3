package raftlab.report.published;

import raftlab.core.Checks;

/**
 * Under which setting a number was obtained, as texts; {@link #UNKNOWN} where it is not known. A
 * published row and a measured one use the same record, so that the two can be set side by side.
 *
 * @param benchmark the data set's id
 * @param items number of problems
 * @param metric such as {@code pass@1}
 * @param samples completions per problem
 * @param temperature 0 is greedy
 * @param prompt the prompt template
 * @param grader the grader and its version or profile
 * @param model the model that answered
 */
public record EvaluationSetting(
    String benchmark,
    String items,
    String metric,
    String samples,
    String temperature,
    String prompt,
    String grader,
    String model) {

  /** What an unstated setting reads. */
  public static final String UNKNOWN = "unknown";

  public EvaluationSetting {
    Checks.notBlank(benchmark, "benchmark");
    Checks.notBlank(items, "items");
    Checks.notBlank(metric, "metric");
    Checks.notBlank(samples, "samples");
    Checks.notBlank(temperature, "temperature");
    Checks.notBlank(prompt, "prompt");
    Checks.notBlank(grader, "grader");
    Checks.notBlank(model, "model");
  }

  /** The setting of a measurement. */
  public static EvaluationSetting measured(
      String benchmark,
      int items,
      String metric,
      int samples,
      double temperature,
      String prompt,
      String grader,
      String model) {
    return new EvaluationSetting(
        benchmark,
        String.valueOf(items),
        metric,
        String.valueOf(samples),
        String.valueOf(temperature),
        prompt,
        grader,
        model);
  }
}
