package raftlab.data;

import java.util.OptionalDouble;
import raftlab.core.Checks;

/**
 * How somebody evaluates on a data set.
 *
 * @param source whose protocol it is
 * @param samples completions per problem
 * @param temperature empty if not stated; 0 is greedy
 * @param metric such as {@code pass@1} or {@code avg@16}
 * @param template a built-in template, or {@code unknown}
 */
public record EvaluationProtocol(
    String source, int samples, OptionalDouble temperature, String metric, String template) {

  public EvaluationProtocol {
    Checks.notBlank(source, "protocol source");
    Checks.atLeast(samples, 1, "samples");
    Checks.notNull(temperature, "temperature");
    Checks.notBlank(metric, "metric");
    Checks.notBlank(template, "template");
  }
}
