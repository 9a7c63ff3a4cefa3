package raftlab.data.minimath;

import static raftlab.data.minimath.Subject.ALGEBRA;
import static raftlab.data.minimath.Subject.COUNTING;
import static raftlab.data.minimath.Subject.GEOMETRY;
import static raftlab.data.minimath.Subject.NUMBER_THEORY;
import static raftlab.data.minimath.Subject.SEQUENCES;

import java.util.List;

/**
 * The hard families Mini-AIME draws from: many steps, and an integer from 0 to 999 as answer. They
 * occur in training as level 5 (with other numbers) and never in Mini-500.
 */
final class ContestFamilies {

  private ContestFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family("contest-mixed-committee", COUNTING, 5, 5, ContestFamilies::mixedCommittee),
        new Family("contest-grid-rectangles", COUNTING, 5, 5, ContestFamilies::gridRectangles),
        new Family("contest-power-mod", NUMBER_THEORY, 5, 5, ContestFamilies::powerMod),
        new Family("contest-exactly-one", NUMBER_THEORY, 5, 5, ContestFamilies::exactlyOne),
        new Family("contest-symmetric-sum", ALGEBRA, 5, 5, ContestFamilies::symmetricSum),
        new Family("contest-crossing-value", ALGEBRA, 5, 5, ContestFamilies::crossingValue),
        new Family("contest-multiples-sum", SEQUENCES, 5, 5, ContestFamilies::multiplesSum),
        new Family("contest-recurrence", SEQUENCES, 5, 5, ContestFamilies::recurrence),
        new Family("contest-diagonal-area", GEOMETRY, 5, 5, ContestFamilies::diagonalArea),
        new Family("contest-corner-cut", GEOMETRY, 5, 5, ContestFamilies::cornerCut));
  }

  private static Exercise mixedCommittee(Draw draw, int level) {
    long a = draw.between(4, 9);
    long b = draw.between(4, 9);
    long c = draw.between(1, 40);
    return Exercise.of(
        draw.wording(
                "From $0 girls and $1 boys a team of 3 with at least one girl and at least one boy"
                    + " is chosen. There are N such teams; what is N + $2?",
                "A club has $0 poets and $1 painters. If N groups of 3 contain both kinds, find"
                    + " N + $2.")
            .with(a, b, c),
        hand -> {
          long first = CountingFamilies.pairs(hand, a);
          long withBoy = hand.times("", first, b);
          long second = CountingFamilies.pairs(hand, b);
          long withGirl = hand.times("", second, a);
          long sum = hand.sum("", withBoy, withGirl);
          return "" + hand.sum("", sum, c);
        },
        a,
        b,
        c);
  }

  private static Exercise gridRectangles(Draw draw, int level) {
    long m = draw.between(2, 7);
    long n = draw.between(2, 6);
    long c = draw.between(1, 60);
    return Exercise.of(
        draw.wording(
                "A grid of $0 by $1 squares contains R rectangles of any size. What is R + $2?",
                "Let R be the number of rectangles with sides on the lines of a $0 by $1 grid."
                    + " Find R + $2.")
            .with(m, n, c),
        hand -> {
          long first = CountingFamilies.pairs(hand, m + 1);
          long second = CountingFamilies.pairs(hand, n + 1);
          long product = hand.times("", first, second);
          return "" + hand.sum("", product, c);
        },
        m,
        n,
        c);
  }

  private static Exercise powerMod(Draw draw, int level) {
    long m = draw.between(11, 19);
    long a = draw.between(3, 9);
    long n = draw.between(4, 5);
    long b = draw.between(2, 9);
    return Exercise.of(
        draw.wording(
                "Find the remainder when $3 * $0^$1 is divided by $2.",
                "What remainder does the product of $3 and $0^$1 leave after division by $2?")
            .with(a, n, m, b),
        hand -> {
          long power = a;
          for (int i = 2; i <= n; i++) {
            long product = hand.times("", power, a);
            power = product < m ? product : NumberTheoryFamilies.remainder(hand, product, m);
          }
          long last = hand.times("", power, b);
          return "" + NumberTheoryFamilies.remainder(hand, last, m);
        },
        a,
        n,
        m,
        b);
  }

  private static Exercise exactlyOne(Draw draw, int level) {
    long a = draw.between(3, 7);
    long b = a + draw.between(1, 5);
    long n = draw.between(6, 40);
    if (Hand.gcd(a, b) > 1) {
      return exactlyOne(draw, level);
    }
    long top = a * b * (n % 5 + 2);
    long c = n;
    return Exercise.of(
        draw.wording(
                "Let N be the number of integers from 1 to $0 divisible by exactly one of $1 and $2."
                    + " Find N + $3.",
                "Exactly one of $1 and $2 divides N of the integers from 1 to $0. What is N + $3?")
            .with(top, a, b, c),
        hand -> {
          long first = hand.over("", top, a);
          long second = hand.over("", top, b);
          long both = hand.over("", top, a * b);
          long twice = hand.times("", 2, both);
          long sum = hand.sum("", first, second);
          long one = hand.diff("", sum, twice);
          return "" + hand.sum("", one, c);
        },
        top,
        a,
        b,
        c);
  }

  private static Exercise symmetricSum(Draw draw, int level) {
    long x = draw.between(2, 12);
    long y = draw.between(2, 12);
    long c = draw.between(1, 30);
    return Exercise.of(
        draw.wording(
                "Numbers x and y have sum $0 and product $1. Find x^2 + y^2 + $2.",
                "If x + y = $0 and xy = $1, what is x^2 + y^2 + $2?")
            .with(x + y, x * y, c),
        hand -> {
          long square = hand.times("", x + y, x + y);
          long twice = hand.times("", 2, x * y);
          long sum = hand.diff("", square, twice);
          return "" + hand.sum("", sum, c);
        },
        x + y,
        x * y,
        c);
  }

  private static Exercise crossingValue(Draw draw, int level) {
    long m = draw.between(4, 9);
    long n = draw.between(1, 3);
    long x = draw.between(2, 9);
    long b = draw.between(1, 20);
    long c = (m - n) * x + b;
    return Exercise.of(
        draw.wording(
                "The lines y = $0 and y = $1 meet at (p, q). Find pq.",
                "If y = $0 and y = $1, what is the product xy?")
            .with(Latex.linear(m, "x", b), Latex.linear(n, "x", c)),
        hand -> {
          long factor = hand.diff("Factor of x:", m, n);
          long right = hand.diff("Number:", c, b);
          long first = hand.over("x =", right, factor);
          long product = hand.times("", m, first);
          long second = hand.sum("y =", product, b);
          return "" + hand.times("", second, first);
        },
        m,
        b,
        n,
        c);
  }

  private static Exercise multiplesSum(Draw draw, int level) {
    long k = draw.between(3, 9);
    long count = draw.between(6, 12);
    long n = k * count + draw.between(1, k - 1);
    long c = draw.between(1, 60);
    return Exercise.of(
        draw.wording(
                "Let S be the sum of all positive multiples of $0 less than $1. Find S + $2.",
                "All positive multiples of $0 below $1 are added and then $2 is added."
                    + " What is the result?")
            .with(k, n, c),
        hand -> {
          long last = hand.diff("The largest multiple is", n, n % k);
          long terms = hand.over("", last, k);
          long ordered = hand.times("", terms, terms + 1);
          long pairs = hand.over("", ordered, 2);
          long sum = hand.times("", pairs, k);
          return "" + hand.sum("", sum, c);
        },
        k,
        n,
        c);
  }

  private static Exercise recurrence(Draw draw, int level) {
    long p = draw.between(2, 3);
    long q = draw.between(1, p == 2 ? 14 : 7);
    long a = draw.between(1, p == 2 ? 15 : 7);
    long n = p == 2 ? 6 : 5;
    return Exercise.of(
        draw.wording(
                "Let a_1 = $0 and a_{n+1} = $1. What is a_$2?",
                "A sequence starts with $0, and a_{n+1} = $1 for all n. Find term number $2.")
            .with(a, p + "a_n + " + q, n),
        hand -> {
          long term = a;
          for (int i = 2; i <= n; i++) {
            long product = hand.times("", p, term);
            term = hand.sum("", product, q);
          }
          return "" + term;
        },
        p,
        q,
        a,
        n);
  }

  private static Exercise diagonalArea(Draw draw, int level) {
    long a = draw.between(2, 9);
    long b = draw.between(2, 9);
    long c = draw.between(1, 60);
    return Exercise.of(
        draw.wording(
                "A rectangle has perimeter $0 and diagonal \\sqrt{$1}. Its area is A."
                    + " What is A + $2?",
                "The diagonal of a rectangle is \\sqrt{$1} and its perimeter is $0."
                    + " Find its area plus $2.")
            .with(2 * (a + b), a * a + b * b, c),
        hand -> {
          long half = hand.over("", 2 * (a + b), 2);
          long square = hand.times("", half, half);
          long twice = hand.diff("", square, a * a + b * b);
          long area = hand.over("", twice, 2);
          return "" + hand.sum("", area, c);
        },
        2 * (a + b),
        a * a + b * b,
        c);
  }

  private static Exercise cornerCut(Draw draw, int level) {
    long a = draw.between(12, 30);
    long b = draw.between(10, 20);
    long cut = draw.between(1, 4);
    if ((a - 2 * cut) * (b - 2 * cut) * cut > 999) {
      return cornerCut(draw, level);
    }
    return Exercise.of(
        draw.wording(
                "Squares of side $2 are cut from the corners of a $0 by $1 sheet, and the rest is"
                    + " folded to an open box. What is its volume?",
                "An open box is made from a $0 by $1 sheet by cutting out a square of side $2 at"
                    + " each corner. Find its volume.")
            .with(a, b, cut),
        hand -> {
          long both = hand.times("", 2, cut);
          long length = hand.diff("", a, both);
          long width = hand.diff("", b, both);
          long floor = hand.times("", length, width);
          return "" + hand.times("", floor, cut);
        },
        a,
        b,
        cut);
  }
}
