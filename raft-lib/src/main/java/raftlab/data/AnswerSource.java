package raftlab.data;

import raftlab.core.Checks;

/**
 * Where a benchmark's reference answer stands.
 *
 * @param kind {@code field}: the mapped answer column; {@code after-hashes}: what follows {@code
 *     ####} in it; {@code last-boxed}: the last {@code \boxed} of the column {@code of}; {@code
 *     shuffled-options}: the letter of the right option after shuffling; {@code file}: a rollout
 *     file's own
 * @param of the column that {@code last-boxed} reads, else empty
 */
public record AnswerSource(String kind, String of) {

  public AnswerSource {
    Checks.notBlank(kind, "answer kind");
    of = of == null ? "" : of;
  }
}
