package raftlab.data.minimath;

import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/** Decides whether a text answers a problem, from the problem's numbers and by its own route. */
@FunctionalInterface
interface Oracle {

  /** Half-integers from -this to this are tried where an interval is the answer. */
  long WIDE = 400;

  boolean accepts(long[] n, String answer);

  /** A number given by a formula. */
  interface Formula {
    long of(long[] n);
  }

  static Oracle number(Formula value) {
    return (n, answer) -> Exact.of(answer).is(value.of(n), 1);
  }

  static Oracle ratio(Formula top, Formula bottom) {
    return (n, answer) -> Exact.of(answer).is(top.of(n), bottom.of(n));
  }

  static Oracle root(Formula square) {
    return (n, answer) -> Exact.of(answer).isRootOf(square.of(n));
  }

  /** A pair that satisfies an equation. */
  static Oracle pair(PairTest test) {
    return (n, answer) -> {
      long[] pair = Exact.pair(answer);
      return test.holds(n, pair[0], pair[1]);
    };
  }

  /** Whether a pair (x, y) satisfies what the numbers ask. */
  interface PairTest {
    boolean holds(long[] n, long x, long y);
  }

  /** An interval that holds exactly the half-integers that pass; the test gets twice the number. */
  static Oracle interval(HalfTest test) {
    return (n, answer) ->
        LongStream.rangeClosed(-WIDE, WIDE)
            .allMatch(twice -> Exact.contains(answer, twice) == test.holds(n, twice));
  }

  /** Whether the half of {@code twice} satisfies what the numbers ask. */
  interface HalfTest {
    boolean holds(long[] n, long twice);
  }

  /** Counts the integers of a closed range that pass. */
  static long count(long from, long to, LongPredicate test) {
    return LongStream.rangeClosed(from, to).filter(test).count();
  }

  /** Returns the smallest integer from a start on that passes. */
  static long first(long from, LongPredicate test) {
    return LongStream.iterate(from, i -> i + 1).filter(test).findFirst().orElseThrow();
  }

  /** Counts the pairs among n things one by one. */
  static long pairs(long n) {
    return LongStream.range(0, n).map(i -> n - 1 - i).sum();
  }

  static long triples(long n) {
    return n * (n - 1) * (n - 2) / 6;
  }
}
