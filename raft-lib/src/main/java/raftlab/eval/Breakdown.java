package raftlab.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Pass@1 of parts of a benchmark. */
final class Breakdown {

  /** The part of problems that lack the column where others have it. */
  private static final String WITHOUT = "(none)";

  private Breakdown() {}

  /**
   * Returns pass@1 for each value of a prompt column, in alphabetical order; empty if no problem
   * has the column.
   */
  static Map<String, Estimate> by(
      String column, List<GradedProblem> problems, Confidence confidence) {
    if (problems.stream().noneMatch(problem -> problem.prompt().find(column).isPresent())) {
      return Map.of();
    }
    Map<String, List<GradedProblem>> parts = new TreeMap<>();
    for (GradedProblem problem : problems) {
      String part = problem.prompt().find(column).orElse(WITHOUT);
      parts.computeIfAbsent(part, name -> new ArrayList<>()).add(problem);
    }
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    parts.forEach((part, members) -> estimates.put(part, Metrics.passAt1(members, confidence)));
    return estimates;
  }
}
