package raftlab.data.minimath;

import static raftlab.data.minimath.Subject.SEQUENCES;

import java.util.List;

/** Arithmetic and geometric sequences, recurrences and sums. */
final class SequenceFamilies {

  private SequenceFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family("next-term", SEQUENCES, 1, 1, SequenceFamilies::nextTerm),
        new Family("next-product", SEQUENCES, 1, 2, SequenceFamilies::nextProduct),
        new Family("middle-term", SEQUENCES, 2, 2, SequenceFamilies::middleTerm),
        new Family("nth-term", SEQUENCES, 2, 3, SequenceFamilies::nthTerm),
        new Family("add-two-before", SEQUENCES, 2, 3, SequenceFamilies::addTwoBefore),
        new Family("which-term", SEQUENCES, 3, 3, SequenceFamilies::whichTerm),
        new Family("geometric-term", SEQUENCES, 3, 3, SequenceFamilies::geometricTerm),
        new Family("recurrence", SEQUENCES, 4, 4, SequenceFamilies::recurrence),
        new Family("common-difference", SEQUENCES, 4, 4, SequenceFamilies::commonDifference),
        new Family("arithmetic-sum", SEQUENCES, 4, 5, SequenceFamilies::arithmeticSum),
        new Family("infinite-sum", SEQUENCES, 5, 5, SequenceFamilies::infiniteSum),
        new Family("term-from-two", SEQUENCES, 5, 5, SequenceFamilies::termFromTwo));
  }

  private static Exercise nextTerm(Draw draw, int level) {
    long a = draw.between(2, 50);
    long d = draw.chance(0.7) ? draw.between(2, 15) : -draw.between(2, 12);
    return Exercise.of(
        draw.wording(
                "What is the next term of the arithmetic sequence $0, $1, $2?",
                "The numbers $0, $1, $2 go on in equal steps. Which number is next?",
                "Find the term after $0, $1, $2 in this arithmetic sequence.")
            .with(a, a + d, a + 2 * d),
        hand -> {
          long step = hand.diff("Step:", a + d, a);
          return "" + hand.sum("", a + 2 * d, step);
        },
        a,
        d);
  }

  private static Exercise nextProduct(Draw draw, int level) {
    long a = draw.between(1, level == 1 ? 20 : 30);
    long r = draw.between(2, level == 1 ? 4 : 6);
    return Exercise.of(
        draw.wording(
                "What is the next term of the geometric sequence $0, $1, $2?",
                "Each term of $0, $1, $2 is a fixed multiple of the one before. Which is next?",
                "Find the term after $0, $1, $2 in this geometric sequence.")
            .with(a, a * r, a * r * r),
        hand -> {
          long ratio = hand.over("Ratio:", a * r, a);
          return "" + hand.times("", a * r * r, ratio);
        },
        a,
        r);
  }

  private static Exercise middleTerm(Draw draw, int level) {
    long a = draw.between(1, 40);
    long b = a + draw.between(3, 40);
    return Exercise.of(
        draw.wording(
                "The numbers $0, x, $1 form an arithmetic sequence. What is x as a decimal or"
                    + " integer?",
                "Which number lies exactly halfway between $0 and $1?")
            .with(a, b),
        hand -> {
          long sum = hand.sum("", a, b);
          String half = Latex.decimal(hand.ops().mul(sum, 5), 1);
          hand.say(sum + " / 2 = " + half);
          return half;
        },
        a,
        b);
  }

  private static Exercise nthTerm(Draw draw, int level) {
    long a = level == 2 ? draw.between(2, 30) : draw.signed(40);
    long d = level == 2 ? draw.between(2, 9) : -draw.between(2, 12);
    long n = draw.between(6, level == 2 ? 12 : 21);
    return Exercise.of(
        draw.wording(
                "An arithmetic sequence starts $0, $1, $2. What is its term number $3?",
                "Find term number $3 of the arithmetic sequence $0, $1, $2, and so on.")
            .with(a, a + d, a + 2 * d, n),
        hand -> {
          long step = hand.diff("Step:", a + d, a);
          long steps = hand.diff("Steps:", n, 1);
          long product = hand.times("", steps, step);
          return "" + hand.sum("", a, product);
        },
        a,
        d,
        n);
  }

  private static Exercise addTwoBefore(Draw draw, int level) {
    long a = draw.between(1, 15);
    long b = draw.between(1, 20);
    long n = level + 3L;
    return Exercise.of(
        draw.wording(
                "A sequence starts $0, $1 and each later term is the sum of the two before it."
                    + " What is term number $2?",
                "Starting with $0 and $1, $N always adds the last two numbers."
                    + " What is number $2 in the list?")
            .with(a, b, n),
        hand -> {
          long before = a;
          long last = b;
          for (int i = 3; i <= n; i++) {
            long next = hand.sum("", before, last);
            before = last;
            last = next;
          }
          return "" + last;
        },
        a,
        b,
        n);
  }

  private static Exercise whichTerm(Draw draw, int level) {
    long a = draw.between(2, 30);
    long d = draw.between(2, 9);
    long n = draw.between(6, 21);
    return Exercise.of(
        draw.wording(
                "Which term of the arithmetic sequence $0, $1, $2 and so on equals $3?",
                "The arithmetic sequence $0, $1, $2 ends with $3. How many terms does it have?")
            .with(a, a + d, a + 2 * d, a + (n - 1) * d),
        hand -> {
          long step = hand.diff("Step:", a + d, a);
          long way = hand.diff("", a + (n - 1) * d, a);
          long steps = hand.over("Steps:", way, step);
          return "" + hand.sum("", steps, 1);
        },
        a,
        d,
        n);
  }

  private static Exercise geometricTerm(Draw draw, int level) {
    long a = draw.signed(12);
    long r = draw.oneOf(-3, -2, 2, 3, 4);
    long n = Math.abs(r) == 2 ? draw.between(4, 6) : 4;
    return Exercise.of(
        draw.wording(
                "A geometric sequence has first term $0 and ratio $1. What is term number $2?",
                "$N starts with $0 and multiplies by $1 again and again."
                    + " What is number $2 in the list, the start being number 1?")
            .with(a, r, n),
        hand -> {
          long term = a;
          for (int i = 2; i <= n; i++) {
            term = hand.times("", term, r);
          }
          return "" + term;
        },
        a,
        r,
        n);
  }

  private static Exercise recurrence(Draw draw, int level) {
    long p = draw.between(2, 4);
    long q = draw.signed(9);
    long a = draw.between(1, 12);
    return Exercise.of(
        draw.wording(
                "A sequence starts with $0 and each next term is $1 times the last, $2."
                    + " What is the fourth term?",
                "Let a_1 = $0 and a_{n+1} = $3. What is a_4?")
            .with(a, p, (q > 0 ? "plus " : "minus ") + Math.abs(q), p + "a_n " + Latex.plus(q)),
        hand -> {
          long term = a;
          for (int i = 2; i <= 4; i++) {
            long product = hand.times("", p, term);
            term = q > 0 ? hand.sum("", product, q) : hand.diff("", product, -q);
          }
          return "" + term;
        },
        p,
        q,
        a);
  }

  private static Exercise commonDifference(Draw draw, int level) {
    long m = draw.between(2, 8);
    long n = m + draw.between(3, 12);
    long u = draw.between(2, 40);
    long v = u + draw.signed(40);
    return Exercise.of(
        draw.wording(
                "Term $0 of an arithmetic sequence is $1 and term $2 is $3."
                    + " What is the common difference in lowest terms?",
                "In equal steps a sequence goes from $1 at place $0 to $3 at place $2."
                    + " How large is one step in lowest terms?")
            .with(m, u, n, v),
        hand -> {
          long rise = hand.diff("", v, u);
          long steps = hand.diff("Steps:", n, m);
          hand.say("Step: " + Latex.fraction(rise, steps));
          return hand.reduce(rise, steps);
        },
        m,
        u,
        n,
        v);
  }

  private static Exercise arithmeticSum(Draw draw, int level) {
    long a = draw.between(2, level == 4 ? 20 : 30);
    long d = draw.between(2, level == 4 ? 5 : 9);
    long n = 2 * draw.between(3, level == 4 ? 5 : 6);
    return Exercise.of(
        draw.wording(
                "What is the sum of the first $2 terms of the arithmetic sequence $0, $1, $3?",
                "$N saves $0 dollars in the first week and $4 more each week than the week before."
                    + " How many dollars is that in $2 weeks?")
            .with(a, a + d, n, a + 2 * d, d),
        hand -> {
          long steps = hand.times("", n - 1, d);
          long last = hand.sum("Last:", a, steps);
          long ends = hand.sum("", a, last);
          return "" + hand.times("", ends, n / 2);
        },
        a,
        d,
        n);
  }

  private static Exercise infiniteSum(Draw draw, int level) {
    long a = draw.between(2, 30);
    long q = draw.between(3, 9);
    long p = draw.between(1, q - 2);
    if (Hand.gcd(p, q) > 1) {
      return infiniteSum(draw, level);
    }
    return Exercise.of(
        draw.wording(
                "What is the sum of the infinite geometric series with first term $0 and ratio $1?",
                "A ball rolls $0 meters and then always $1 of the last way. How many meters"
                    + " does it roll in all, as a fraction or integer?")
            .with(a, Latex.fraction(p, q)),
        hand -> {
          long rest = hand.diff("", q, p);
          long top = hand.times("", a, q);
          hand.say("Sum: " + Latex.fraction(top, rest));
          return hand.reduce(top, rest);
        },
        a,
        p,
        q);
  }

  private static Exercise termFromTwo(Draw draw, int level) {
    long d = draw.between(2, 9);
    long a = draw.signed(20);
    long m = draw.between(2, 5);
    long n = m + draw.between(2, 5);
    long k = n + draw.between(2, 9);
    return Exercise.of(
        draw.wording(
                "Term $0 of an arithmetic sequence is $1 and term $2 is $3. What is term $4?",
                "In equal steps a sequence has $1 at place $0 and $3 at place $2."
                    + " What stands at place $4?")
            .with(m, a, n, a + (n - m) * d, k),
        hand -> {
          long rise = hand.diff("", a + (n - m) * d, a);
          long steps = hand.diff("Steps:", n, m);
          long step = hand.over("Step:", rise, steps);
          long more = hand.diff("", k, n);
          long way = hand.times("", more, step);
          return "" + hand.sum("", a + (n - m) * d, way);
        },
        m,
        a,
        n,
        a + (n - m) * d,
        k);
  }
}
