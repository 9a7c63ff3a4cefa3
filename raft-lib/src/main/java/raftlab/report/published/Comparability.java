package raftlab.report.published;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Whether a measured number may be set against a published one: only if benchmark, item count,
 * metric, samples, temperature, prompt, grader and model are known on both sides and agree. A
 * number that was recalled or worked out is never compared.
 *
 * @param comparable whether a difference means anything
 * @param reason the first reason why not, empty if comparable
 */
public record Comparability(boolean comparable, String reason) {

  private record Part(String name, Function<EvaluationSetting, String> of) {}

  private static final List<Part> PARTS =
      List.of(
          new Part("benchmark", EvaluationSetting::benchmark),
          new Part("item count", EvaluationSetting::items),
          new Part("metric", EvaluationSetting::metric),
          new Part("samples per item", EvaluationSetting::samples),
          new Part("temperature", EvaluationSetting::temperature),
          new Part("prompt", EvaluationSetting::prompt),
          new Part("grader", EvaluationSetting::grader),
          new Part("model", EvaluationSetting::model));

  /** Decides for a published row and the setting of a measurement. */
  public static Comparability of(PublishedRow published, EvaluationSetting measured) {
    if (published.mark() == Mark.M || published.mark() == Mark.I) {
      return new Comparability(false, "the published value is unverified");
    }
    for (Part part : PARTS) {
      Optional<String> reason =
          reason(part.name(), part.of().apply(published.setting()), part.of().apply(measured));
      if (reason.isPresent()) {
        return new Comparability(false, reason.get());
      }
    }
    return new Comparability(true, "");
  }

  /** Returns measured minus published, or empty where that would mean nothing. */
  public OptionalDouble difference(double measured, PublishedRow published) {
    return comparable ? OptionalDouble.of(measured - published.value()) : OptionalDouble.empty();
  }

  /** Returns what a table's cell shows where there is no difference. */
  public String cell() {
    return comparable ? "comparable" : "not comparable: " + reason;
  }

  private static Optional<String> reason(String part, String published, String measured) {
    if (published.equals(EvaluationSetting.UNKNOWN)) {
      return Optional.of(part + " of the published number is unknown");
    }
    if (measured.equals(EvaluationSetting.UNKNOWN)) {
      return Optional.of(part + " of the measured number is unknown");
    }
    return same(published, measured)
        ? Optional.empty()
        : Optional.of(part + " " + measured + ", published with " + published);
  }

  private static boolean same(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    try {
      return Double.compare(Double.parseDouble(a), Double.parseDouble(b)) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
