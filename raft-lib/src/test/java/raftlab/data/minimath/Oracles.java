package raftlab.data.minimath;

import static raftlab.data.minimath.Oracle.count;
import static raftlab.data.minimath.Oracle.first;
import static raftlab.data.minimath.Oracle.interval;
import static raftlab.data.minimath.Oracle.number;
import static raftlab.data.minimath.Oracle.pair;
import static raftlab.data.minimath.Oracle.pairs;
import static raftlab.data.minimath.Oracle.ratio;
import static raftlab.data.minimath.Oracle.root;
import static raftlab.data.minimath.Oracle.triples;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/** An oracle for every family: substitution, brute-force counting, or the textbook formula. */
final class Oracles {

  static final Map<String, Oracle> BY_FAMILY = new HashMap<>();

  static {
    arithmetic();
    prealgebra();
    algebra();
    numberTheory();
    counting();
    sequences();
    geometry();
    contest();
  }

  private Oracles() {}

  private static void put(String family, Oracle oracle) {
    BY_FAMILY.put(family, oracle);
  }

  private static void arithmetic() {
    put("add-two", number(n -> n[0] + n[1]));
    put("subtract-two", number(n -> n[0] - n[1]));
    put("times-table", number(n -> n[0] * n[1]));
    put("times-two-digit", number(n -> n[0] * n[1]));
    put("divide-exactly", ratio(n -> n[0], n -> n[1]));
    put("signed-sum", number(n -> n[0] + n[1]));
    put("order-of-operations", number(n -> n[0] + n[3] * n[1] * n[2]));
    put("add-fractions", ratio(n -> n[0] * n[3] + n[4] * n[2] * n[1], n -> n[1] * n[3]));
    put("multiply-fractions", ratio(n -> n[0] * n[2], n -> n[1] * n[3]));
    put("add-decimals", ratio(n -> n[0] + n[1], n -> n[2] == 1 ? 10 : 100));
    put("parentheses", number(n -> (n[0] - n[1]) * n[2] + n[3]));
    put("times-decimal", ratio(n -> n[0] * n[1], n -> 10));
    put("square-and-product", number(n -> n[0] * n[0] - n[1] * n[2]));
    put("two-products", number(n -> n[0] * n[1] - n[2] * n[3] + n[4]));
    put(
        "fraction-chain",
        ratio(n -> n[0] * n[3] * n[5] + n[2] * n[4] * n[1], n -> n[1] * n[3] * n[5]));
  }

  private static void prealgebra() {
    put("percent-of", ratio(n -> n[0] * n[1], n -> 100));
    put("ratio-share", ratio(n -> n[2] * (n[3] > 0 ? n[1] : n[0]), n -> n[0] + n[1]));
    put("average", ratio(n -> n[1] + n[2] + n[3] + n[4], n -> n[0]));
    put("unit-price", ratio(n -> n[1], n -> n[0]));
    put("price-of-more", ratio(n -> n[1] * n[2], n -> n[0]));
    put("distance", number(n -> n[0] * n[1]));
    put("two-legs", number(n -> n[0] * n[1] + n[2] * n[3]));
    put("simplify-fraction", ratio(n -> n[0], n -> n[1]));
    put("change-from-hundred", number(n -> n[2] - n[0] * n[1]));
    put("missing-score", number(n -> 4 * n[0] - n[1] - n[2] - n[3]));
    put("discount", ratio(n -> n[1] * (100 - n[0]) + 100 * n[2], n -> 100));
    put("pages-left", ratio(n -> n[2] * (n[1] - n[0]) - n[3] * n[1], n -> n[1]));
    put("rise-and-fall", ratio(n -> n[2] * (100 + n[0]) * (100 - n[1]), n -> 10_000));
    put("work-together", ratio(n -> n[0] * n[1], n -> n[0] + n[1]));
    put("class-average", ratio(n -> n[0] * n[2] + n[1] * n[3], n -> n[0] + n[1]));
  }

  private static void algebra() {
    put("one-step-equation", number(n -> first(-200, x -> x + n[0] == n[1])));
    put("evaluate-linear", number(n -> n[0] * n[2] + n[1]));
    put("two-step-equation", Oracles::solvesLinear);
    put("fraction-root", Oracles::solvesLinear);
    put(
        "middle-coefficient",
        ratio(n -> (n[0] + n[1]) * (n[2] + n[3]) - (n[1] - n[0]) * (n[3] - n[2]), n -> 2));
    put("x-on-both-sides", number(n -> first(-99, x -> n[0] * x + n[1] == n[2] * x + n[3])));
    put("sum-and-difference", pair((n, x, y) -> x + y == n[0] && x - y == n[1]));
    put("linear-inequality", interval(Oracles::inequalityHolds));
    put("square-root-equation", root(n -> n[1] - n[0]));
    put("quadratic-roots", number(Oracles::quadraticRoot));
    put("line-crossing", pair((n, x, y) -> y == n[0] * x + n[1] && y == n[2] * x + n[3]));
    put(
        "absolute-value",
        interval((n, twice) -> Math.abs(twice - 2 * n[0]) < 2 * n[1] + (n[2] > 0 ? 0 : 1)));
    put(
        "compound-inequality",
        interval(
            (n, twice) ->
                2 * n[2] <= n[0] * twice + 2 * n[1] && n[0] * twice + 2 * n[1] < 2 * n[3]));
    put(
        "elimination",
        pair((n, x, y) -> n[0] * x + n[1] * y == n[2] && n[3] * x - n[1] * y == n[4]));
    put("composed-functions", number(n -> n[0] * (n[3] * n[3] + n[2]) + n[1]));
  }

  private static boolean solvesLinear(long[] n, String answer) {
    Exact x = Exact.of(answer);
    return n[0] * x.numerator() + n[1] * x.denominator() == n[2] * x.denominator();
  }

  private static boolean inequalityHolds(long[] n, long twice) {
    long left = n[0] * twice + 2 * n[1];
    long right = 2 * n[2];
    boolean less = (n[4] > 0) == (n[0] > 0);
    return (n[3] == 0 && left == right) || (less ? left < right : left > right);
  }

  private static long quadraticRoot(long[] n) {
    long[] roots =
        LongStream.rangeClosed(-99, 99).filter(x -> x * x - n[0] * x + n[1] == 0).toArray();
    return n[2] > 0 ? roots[1] : roots[0];
  }

  private static void numberTheory() {
    put("remainder", number(n -> n[0] % n[1]));
    put("digit-sum", number(n -> Long.toString(n[0]).chars().map(c -> c - '0').sum()));
    put("units-digit", number(n -> n[0] * n[1] % 10));
    put("count-multiples", number(n -> count(1, n[1], i -> i % n[0] == 0)));
    put("next-multiple", number(n -> first(n[1] + 1, i -> i % n[0] == 0)));
    put(
        "greatest-divisor",
        number(n -> BigInteger.valueOf(n[0]).gcd(BigInteger.valueOf(n[1])).longValue()));
    put("least-multiple", number(n -> first(1, i -> i % n[0] == 0 && i % n[1] == 0)));
    put("base-to-ten", number(n -> Long.parseLong("" + n[1] + n[2] + n[3], (int) n[0])));
    put("remainder-of-product", number(n -> ((n[1] + 3 * n[0]) * (n[2] + 5 * n[0]) + n[3]) % n[0]));
    put("number-of-divisors", number(n -> count(1, n[0], i -> n[0] % i == 0)));
    put("power-remainder", number(n -> (power(n[0], n[1]) + n[3]) % n[2]));
    put("two-remainders", number(n -> first(1, i -> i % n[0] == n[1] && i % n[2] == n[3])));
  }

  private static long power(long base, long exponent) {
    return BigInteger.valueOf(base).pow((int) exponent).longValueExact();
  }

  private static void counting() {
    put("choices", number(n -> n[0] * n[1] * n[2]));
    put("draw-one", ratio(n -> n[0], n -> n[0] + n[1] + n[2]));
    put("complement", ratio(n -> n[1] - n[0], n -> n[1]));
    put("neither", number(n -> n[0] - n[1] - n[2] + n[3]));
    put("codes", number(n -> n[0] * n[1] * n[2]));
    put("matches", number(n -> pairs(n[0]) * n[1]));
    put("two-draws", ratio(n -> n[0] * n[1], n -> (n[0] + n[1]) * (n[0] + n[1])));
    put("pair-and-one", number(n -> pairs(n[0]) * n[1]));
    put("without-return", ratio(n -> pairs(n[0]), n -> pairs(n[0] + n[1])));
    put("expected-gain", ratio(n -> n[1] - n[2] * (n[0] - 1), n -> n[0]));
    put(
        "at-least-once",
        ratio(n -> n[0] * n[0] + 2 * n[0] * n[1], n -> (n[0] + n[1]) * (n[0] + n[1])));
    put("divisible-by-either", number(n -> count(1, n[0], i -> i % n[1] == 0 || i % n[2] == 0)));
    put("two-committees", number(n -> (pairs(n[0]) + pairs(n[1])) * n[2]));
  }

  private static void sequences() {
    put("next-term", number(n -> n[0] + 3 * n[1]));
    put("next-product", number(n -> n[0] * power(n[1], 3)));
    put("middle-term", ratio(n -> n[0] + n[1], n -> 2));
    put("nth-term", number(n -> repeat(n[0], n[2] - 1, 1, n[1])));
    put("add-two-before", number(n -> addTwoBefore(n[0], n[1], n[2])));
    put(
        "which-term",
        number(n -> first(1, i -> n[0] + (i - 1) * n[1] == n[0] + (n[2] - 1) * n[1])));
    put("geometric-term", number(n -> repeat(n[0], n[2] - 1, n[1], 0)));
    put("recurrence", number(n -> repeat(n[2], 3, n[0], n[1])));
    put("common-difference", ratio(n -> n[3] - n[1], n -> n[2] - n[0]));
    put("arithmetic-sum", number(n -> LongStream.range(0, n[2]).map(i -> n[0] + i * n[1]).sum()));
    put("infinite-sum", ratio(n -> n[0] * n[2], n -> n[2] - n[1]));
    put(
        "term-from-two",
        ratio(n -> n[1] * (n[2] - n[0]) + (n[3] - n[1]) * (n[4] - n[0]), n -> n[2] - n[0]));
  }

  /** Applies x -> p x + q a number of times. */
  private static long repeat(long start, long times, long p, long q) {
    return times == 0 ? start : repeat(p * start + q, times - 1, p, q);
  }

  private static long addTwoBefore(long a, long b, long n) {
    return n == 1 ? a : addTwoBefore(b, a + b, n - 1);
  }

  private static void geometry() {
    put("rectangle-perimeter", number(n -> 2 * n[0] + 2 * n[1]));
    put("rectangle-area", number(n -> n[0] * n[1]));
    put("third-angle", number(n -> 180 - n[0] - n[1]));
    put("triangle-area", ratio(n -> n[0] * n[1], n -> 2));
    put("box-volume", number(n -> n[0] * n[1] * n[2]));
    put("move-point", pair((n, x, y) -> x - n[0] == n[2] && n[1] - y == n[3]));
    put("midpoint", pair((n, x, y) -> 2 * x == n[0] + n[2] && 2 * y == n[1] + n[3]));
    put("trapezoid-area", ratio(n -> (n[0] + n[1]) * n[2], n -> 2));
    put(
        "third-side",
        interval(
            (n, twice) ->
                twice + 2 * n[0] > 2 * n[1]
                    && twice + 2 * n[1] > 2 * n[0]
                    && 2 * n[0] + 2 * n[1] > twice));
    put("slope", ratio(n -> n[3] - n[1], n -> n[2] - n[0]));
    put("area-from-perimeter", ratio(n -> n[0] * (n[1] - 2 * n[0]), n -> 2));
    put("hypotenuse", root(n -> n[0] * n[0] + n[1] * n[1]));
    put("box-surface", number(n -> 2 * (n[0] * n[1] + n[0] * n[2] + n[1] * n[2])));
    put("point-distance", root(n -> power(n[2] - n[0], 2) + power(n[3] - n[1], 2)));
    put("path-area", number(n -> 2 * n[2] * (n[0] + n[1]) + 4 * n[2] * n[2]));
    put("corner-triangle", ratio(n -> Math.abs(n[0] * n[3] - n[1] * n[2]), n -> 2));
  }

  private static void contest() {
    put(
        "contest-mixed-committee",
        number(n -> triples(n[0] + n[1]) - triples(n[0]) - triples(n[1]) + n[2]));
    put("contest-grid-rectangles", number(n -> rangeSum(n[0]) * rangeSum(n[1]) + n[2]));
    put("contest-power-mod", number(n -> n[3] * power(n[0], n[1]) % n[2]));
    put(
        "contest-exactly-one",
        number(n -> count(1, n[0], i -> (i % n[1] == 0) != (i % n[2] == 0)) + n[3]));
    put("contest-symmetric-sum", number(Oracles::symmetricSum));
    put("contest-crossing-value", number(Oracles::crossingValue));
    put(
        "contest-multiples-sum",
        number(n -> LongStream.range(1, n[1]).filter(i -> i % n[0] == 0).sum() + n[2]));
    put("contest-recurrence", number(n -> repeat(n[2], n[3] - 1, n[0], n[1])));
    put("contest-diagonal-area", number(Oracles::diagonalArea));
    put("contest-corner-cut", number(n -> (n[0] - 2 * n[2]) * (n[1] - 2 * n[2]) * n[2]));
  }

  private static long rangeSum(long n) {
    return LongStream.rangeClosed(1, n).sum();
  }

  private static long symmetricSum(long[] n) {
    long x = first(1, i -> i * (n[0] - i) == n[1]);
    return x * x + (n[0] - x) * (n[0] - x) + n[2];
  }

  private static long crossingValue(long[] n) {
    long x = first(1, i -> n[0] * i + n[1] == n[2] * i + n[3]);
    return x * (n[0] * x + n[1]);
  }

  private static long diagonalArea(long[] n) {
    long half = n[0] / 2;
    long a = first(1, i -> i * i + (half - i) * (half - i) == n[1]);
    return a * (half - a) + n[2];
  }
}
