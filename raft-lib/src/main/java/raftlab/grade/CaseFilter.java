package raftlab.grade;

import java.util.Locale;
import java.util.Set;

/**
 * Which cases of a graded file are wanted; without any condition all are.
 *
 * @param wrong those that are wrong
 * @param unknown those that are undecided
 * @param disagree field of the rows with another's verdicts: those that differ; null for none
 */
public record CaseFilter(boolean wrong, boolean unknown, String disagree) {

  private static final Set<String> YES = Set.of("true", "1", "1.0", "correct", "right", "yes");

  boolean wants(GradedCase one) {
    boolean kind =
        (!wrong && !unknown)
            || (wrong && one.verdict().equals("wrong"))
            || (unknown && one.verdict().equals("unknown"));
    return kind && (disagree == null || disagrees(one));
  }

  /** A row without the other's verdict disagrees with nobody. */
  private static boolean disagrees(GradedCase one) {
    return !one.peer().isEmpty()
        && YES.contains(one.peer().toLowerCase(Locale.ROOT)) != one.verdict().equals("correct");
  }
}
