package raftlab.grade;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import raftlab.core.Checks;
import raftlab.core.Counted;
import raftlab.core.Percent;
import raftlab.eval.Estimate;
import raftlab.eval.Provenance;

/**
 * What grading a file gave, with all that is needed to judge and to compare it.
 *
 * @param source the file of responses and its hash, and what the user said of it
 * @param output the file of verdicts, empty if none was written
 * @param grader the verifier's profile with its changes
 * @param graderVersion the version of RAFT Lab
 * @param provenance the prompt template as the user named it, and the verifier's options and
 *     version; a row's own options are not told apart here
 * @param named the fields that the user named
 * @param fields how many rows were graded by which fields, such as {@code gold from "gold", ...}
 * @param problems rows graded
 * @param samples responses per row, the fewest
 * @param mostSamples the most
 * @param graded verdicts: correct, wrong and unknown
 * @param correct responses that are right
 * @param wrong responses that are not, or hold no answer
 * @param unknown responses left undecided; they count as not right in every estimate
 * @param unparsable responses in which no answer was found; part of {@code wrong}
 * @param broken rows that could not be graded; in no estimate
 * @param skipped responses of graded rows that are null; in no count and no estimate
 * @param brokenRows the first rows that were not graded, or not whole, in words
 * @param passAt1 mean over rows of the share of right responses
 * @param passAtK by k; empty for one response per row
 * @param majAtK by k
 * @param seconds wall time from opening the file to the last verdict
 */
public record GradeReport(
    GradedSource source,
    String output,
    String grader,
    String graderVersion,
    Provenance provenance,
    GradeFields named,
    Map<String, Long> fields,
    long problems,
    int samples,
    int mostSamples,
    long graded,
    long correct,
    long wrong,
    long unknown,
    long unparsable,
    long broken,
    long skipped,
    List<String> brokenRows,
    Estimate passAt1,
    Map<Integer, Estimate> passAtK,
    Map<Integer, Estimate> majAtK,
    double seconds) {

  public GradeReport {
    Checks.notNull(source, "source");
    Checks.notNull(output, "output");
    Checks.notBlank(grader, "grader");
    // Reports written before it was recorded have no such field.
    provenance = provenance == null ? Provenance.UNKNOWN : provenance;
    Checks.notNull(named, "named fields");
    Checks.notNull(passAt1, "pass@1");
    fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    brokenRows = List.copyOf(brokenRows);
    passAtK = Collections.unmodifiableMap(new TreeMap<>(passAtK));
    majAtK = Collections.unmodifiableMap(new TreeMap<>(majAtK));
  }

  /** Returns the same for verdicts that lie in another place than where they were written. */
  public GradeReport at(String verdicts) {
    return new GradeReport(
        source,
        verdicts,
        grader,
        graderVersion,
        provenance,
        named,
        fields,
        problems,
        samples,
        mostSamples,
        graded,
        correct,
        wrong,
        unknown,
        unparsable,
        broken,
        skipped,
        brokenRows,
        passAt1,
        passAtK,
        majAtK,
        seconds);
  }

  /** Returns verdicts per second. */
  public double answersPerSecond() {
    return graded / Math.max(1e-9, seconds);
  }

  /** Returns every estimate by its name: pass@1, pass@k, maj@k. */
  public Map<String, Estimate> metrics() {
    Map<String, Estimate> metrics = new LinkedHashMap<>();
    metrics.put("pass@1", passAt1);
    passAtK.forEach((k, estimate) -> metrics.put("pass@" + k, estimate));
    majAtK.forEach((k, estimate) -> metrics.put("maj@" + k, estimate));
    return metrics;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "pass@1 %s %% on %s%s: %d of %s correct, %d unknown",
        Percent.of(passAt1.value(), 1),
        source.name(),
        // With unequal numbers of responses the mean over problems is not the share of responses.
        samples == mostSamples
            ? ""
            : ", the mean over " + Counted.of(problems, "problem") + " of different size",
        correct,
        Counted.of(graded, "response"),
        unknown);
  }
}
