package raftlab.eval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import raftlab.core.Checks;
import raftlab.core.SamplingSettings;
import raftlab.core.Suggest;
import raftlab.core.UserError;

/**
 * What an evaluation measured, with all that is needed to compare it. Every number is over
 * unselected completions.
 *
 * @param policyId the policy that was evaluated
 * @param data the prompt set's name
 * @param dataSha256 hash of the prompt set's rows; empty if not known
 * @param grader the checker's name and profile
 * @param provenance the prompt template and what explains the verdicts
 * @param settings how the completions were drawn
 * @param passAt1 the mean over problems of the share of right completions (avg@n)
 * @param metrics every estimate by name, such as {@code pass@1}, {@code pass@8}, {@code maj@8}, in
 *     the order asked for; {@code unknown_ratio} appears if the checker left a completion undecided
 * @param byLevel pass@1 by the column {@code level}; empty without such a column
 * @param bySubject pass@1 by the column {@code subject}; empty without such a column
 * @param truncatedRatio share of completions that were cut off, in [0, 1]
 * @param unparsableRatio share of completions without an answer to extract, in [0, 1]; NaN if the
 *     verdicts come without answers
 * @param meanLength mean length of a completion in tokens, in characters if imported as text
 * @param confidence of every interval, in (0, 1)
 * @param problems the outcome of each problem, in the order of the prompt set
 */
public record EvalReport(
    String policyId,
    String data,
    String dataSha256,
    String grader,
    Provenance provenance,
    SamplingSettings settings,
    Estimate passAt1,
    Map<String, Estimate> metrics,
    Map<String, Estimate> byLevel,
    Map<String, Estimate> bySubject,
    double truncatedRatio,
    double unparsableRatio,
    double meanLength,
    double confidence,
    List<ProblemOutcome> problems) {

  public EvalReport {
    Checks.notNull(policyId, "policy id");
    Checks.notNull(data, "data name");
    Checks.notNull(dataSha256, "data sha256");
    Checks.notNull(grader, "grader");
    Checks.notNull(settings, "sampling settings");
    Checks.notNull(passAt1, "pass@1");
    // Reports written before these were recorded have no such fields.
    provenance = provenance == null ? Provenance.UNKNOWN : provenance;
    confidence = confidence == 0 ? Confidence.USUAL.level() : confidence;
    metrics = ordered(metrics);
    byLevel = ordered(byLevel);
    bySubject = ordered(bySubject);
    problems = List.copyOf(problems);
  }

  private static Map<String, Estimate> ordered(Map<String, Estimate> estimates) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(estimates));
  }

  /** Returns an estimate by name; a {@link UserError} names those there are. */
  public Estimate metric(String name) {
    Estimate estimate = metrics.get(name);
    if (estimate == null) {
      throw new UserError(
          "this evaluation has no metric \"" + name + "\"",
          "metrics: " + String.join(", ", metrics.keySet()),
          Suggest.nearest(name, metrics.keySet()).map(n -> "Did you mean " + n + "?").orElse(""));
    }
    return estimate;
  }

  @Override
  public String toString() {
    return "pass@1 " + passAt1 + " on " + data + " by " + policyId;
  }
}
