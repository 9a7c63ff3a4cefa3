package raftlab.report.published;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a measured number may be set against a published one: only if benchmark, item count,
 * metric, samples, temperature, prompt, grader and model are known on both sides and agree. A
 * number that was recalled or worked out is never compared.
 *
 * @param comparable whether a difference means anything
 * @param reason the first reason why not, and the prompt template wherever it differs; empty if
 *     comparable
 */
public record Comparability(boolean comparable, String reason) {

  private record Part(String name, Function<EvaluationSetting, String> of) {

    Optional<String> reason(EvaluationSetting published, EvaluationSetting measured) {
      if (of.apply(published).equals(EvaluationSetting.UNKNOWN)) {
        return Optional.of(name + " of the published number is unknown");
      }
      return of.apply(measured).equals(EvaluationSetting.UNKNOWN)
          ? Optional.of(name + " of the measured number is unknown")
          : difference(published, measured);
    }

    /** Returns how two settings differ that are both known. */
    Optional<String> difference(EvaluationSetting published, EvaluationSetting measured) {
      String theirs = of.apply(published);
      String ours = of.apply(measured);
      boolean known =
          !theirs.equals(EvaluationSetting.UNKNOWN) && !ours.equals(EvaluationSetting.UNKNOWN);
      return known && !same(theirs, ours)
          ? Optional.of(name + " " + ours + ", published with " + theirs)
          : Optional.empty();
    }
  }

  private static final Part PROMPT = new Part("prompt template", EvaluationSetting::prompt);

  private static final List<Part> PARTS =
      List.of(
          new Part("benchmark", EvaluationSetting::benchmark),
          new Part("item count", EvaluationSetting::items),
          new Part("metric", EvaluationSetting::metric),
          new Part("samples per item", EvaluationSetting::samples),
          new Part("temperature", EvaluationSetting::temperature),
          PROMPT,
          new Part("grader", EvaluationSetting::grader),
          new Part("model", EvaluationSetting::model));

  /** Decides for a published row and the setting of a measurement. */
  public static Comparability of(PublishedRow published, EvaluationSetting measured) {
    if (published.mark() == Mark.M || published.mark() == Mark.I) {
      return new Comparability(false, "the published value is unverified");
    }
    Stream<String> first =
        PARTS.stream()
            .flatMap(part -> part.reason(published.setting(), measured).stream())
            .limit(1);
    // Prompts move scores more than most algorithms do: one that differs is never left unsaid.
    Stream<String> template = PROMPT.difference(published.setting(), measured).stream();
    String reason = Stream.concat(first, template).distinct().collect(Collectors.joining("; "));
    return new Comparability(reason.isEmpty(), reason);
  }

  /** Returns measured minus published, or empty where that would mean nothing. */
  public OptionalDouble difference(double measured, PublishedRow published) {
    return comparable ? OptionalDouble.of(measured - published.value()) : OptionalDouble.empty();
  }

  /** Returns what a table's cell shows where there is no difference. */
  public String cell() {
    return comparable ? "comparable" : "not comparable: " + reason;
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
