package raftlab.select;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import raftlab.core.Seeds;

/**
 * The order of candidates, best first.
 *
 * <p>Deviation from LMFlow (algorithms.md card 1), whose reversed unstable sort leaves the order of
 * ties to chance: here it is decided by the setting.
 *
 * @param ties the order of equal rewards
 * @param lengthPenalty taken from the reward for each token of a completion
 * @param seed decides random ties
 */
record Ranking(Ties ties, double lengthPenalty, long seed) {

  private static final long TIES = Seeds.key("select/ties");

  /** Returns the candidates from best to worst. */
  List<Candidate> ranked(List<Candidate> candidates) {
    return candidates.stream().sorted(order()).toList();
  }

  /** Returns the worst candidate, of equal ones the first in the order of ties. */
  Candidate worst(List<Candidate> candidates) {
    return candidates.stream()
        .min(Comparator.comparingDouble(this::value).thenComparing(tieOrder()))
        .orElseThrow();
  }

  /** Returns the best {@code count}, and with {@link Ties#ALL} whatever ties with the last. */
  List<Candidate> best(List<Candidate> candidates, int count) {
    List<Candidate> ranked = ranked(candidates);
    int end = Math.min(count, ranked.size());
    if (ties == Ties.ALL && end > 0) {
      double last = value(ranked.get(end - 1));
      while (end < ranked.size() && value(ranked.get(end)) == last) {
        end++;
      }
    }
    return ranked.subList(0, end);
  }

  /** Returns the best {@code cap} of each prompt, or all of them if the cap is 0. */
  List<Candidate> capped(List<Candidate> candidates, int cap) {
    if (cap == 0) {
      return candidates;
    }
    List<Candidate> kept = new ArrayList<>();
    Groups.of(candidates).forEach(group -> kept.addAll(best(group, cap)));
    return kept;
  }

  private double value(Candidate candidate) {
    return candidate.value() - lengthPenalty * candidate.completion().length();
  }

  private Comparator<Candidate> order() {
    return Comparator.comparingDouble(this::value).reversed().thenComparing(tieOrder());
  }

  private Comparator<Candidate> tieOrder() {
    return switch (ties) {
      case FIRST, ALL -> first();
      case SHORTEST ->
          Comparator.<Candidate>comparingInt(candidate -> candidate.completion().length())
              .thenComparing(first());
      case RANDOM -> Comparator.comparingLong(this::draw);
    };
  }

  private static Comparator<Candidate> first() {
    return Comparator.<Candidate>comparingInt(candidate -> candidate.completion().sampleIndex())
        .thenComparing(Comparator.comparingInt(Candidate::order));
  }

  private long draw(Candidate candidate) {
    return Seeds.derive(
        seed,
        TIES,
        Seeds.key(candidate.group().prompt().id()),
        candidate.completion().sampleIndex());
  }
}
