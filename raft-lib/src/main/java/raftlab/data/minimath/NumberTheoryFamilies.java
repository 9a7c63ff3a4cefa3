package raftlab.data.minimath;

import static raftlab.data.minimath.Subject.NUMBER_THEORY;

import java.util.ArrayList;
import java.util.List;

/** Remainders, divisors, multiples, digits and bases. */
final class NumberTheoryFamilies {

  private NumberTheoryFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family("remainder", NUMBER_THEORY, 1, 2, NumberTheoryFamilies::remainder),
        new Family("digit-sum", NUMBER_THEORY, 1, 1, NumberTheoryFamilies::digitSum),
        new Family("units-digit", NUMBER_THEORY, 1, 1, NumberTheoryFamilies::unitsDigit),
        new Family("count-multiples", NUMBER_THEORY, 2, 2, NumberTheoryFamilies::countMultiples),
        new Family("next-multiple", NUMBER_THEORY, 2, 2, NumberTheoryFamilies::nextMultiple),
        new Family("greatest-divisor", NUMBER_THEORY, 3, 4, NumberTheoryFamilies::greatestDivisor),
        new Family("least-multiple", NUMBER_THEORY, 4, 4, NumberTheoryFamilies::leastMultiple),
        new Family("base-to-ten", NUMBER_THEORY, 3, 3, NumberTheoryFamilies::baseToTen),
        new Family("remainder-of-product", NUMBER_THEORY, 3, 3, NumberTheoryFamilies::ofProduct),
        new Family("number-of-divisors", NUMBER_THEORY, 4, 4, NumberTheoryFamilies::divisors),
        new Family("power-remainder", NUMBER_THEORY, 5, 5, NumberTheoryFamilies::powerRemainder),
        new Family("two-remainders", NUMBER_THEORY, 5, 5, NumberTheoryFamilies::twoRemainders));
  }

  /** Writes the remainder of a after division by m: the largest multiple, then a difference. */
  static long remainder(Hand hand, long a, long m) {
    if (a < m) {
      hand.say(a + " is less than " + m);
      return a;
    }
    long multiple = hand.times("", m, a / m);
    return hand.diff("", a, multiple);
  }

  private static Exercise remainder(Draw draw, int level) {
    long m = draw.between(3, level == 1 ? 9 : 12);
    long a = m * draw.between(2, level == 1 ? 11 : 19) + draw.between(0, m - 1);
    return Exercise.of(
        draw.wording(
                "What is the remainder when $0 is divided by $1?",
                "Find the remainder of $0 after division by $1.",
                "$N packs $0 $T into bags of $1 until no bag can be filled. How many are left over?")
            .with(a, m),
        hand -> "" + remainder(hand, a, m),
        a,
        m);
  }

  private static Exercise digitSum(Draw draw, int level) {
    long n = draw.between(101, 999);
    return Exercise.of(
        draw.wording(
                "What is the sum of the digits of $0?",
                "Add the digits of the number $0. What do you get?",
                "Find the digit sum of $0.")
            .with(n),
        hand -> {
          long two = hand.sum("", n / 100, n / 10 % 10);
          return "" + hand.sum("", two, n % 10);
        },
        n);
  }

  private static Exercise unitsDigit(Draw draw, int level) {
    long a = draw.between(12, 99);
    long b = draw.between(12, 99);
    return Exercise.of(
        draw.wording(
                "What is the units digit of $0 * $1?",
                "Find the last digit of the product of $0 and $1.",
                "In which digit does $0 times $1 end?")
            .with(a, b),
        hand -> {
          long product = hand.times("Last digits:", a % 10, b % 10);
          return "" + product % 10;
        },
        a,
        b);
  }

  private static Exercise countMultiples(Draw draw, int level) {
    long k = draw.between(3, 12);
    long n = draw.between(30, 150);
    return Exercise.of(
        draw.wording(
                "How many multiples of $0 are there from 1 to $1?",
                "How many positive integers up to $1 are divisible by $0?",
                "Count the numbers from 1 to $1 that $0 divides.")
            .with(k, n),
        hand -> {
          long rest = n % k;
          long multiple = hand.diff("The largest multiple is", n, rest);
          return "" + hand.over("", multiple, k);
        },
        k,
        n);
  }

  private static Exercise nextMultiple(Draw draw, int level) {
    long k = draw.between(3, 12);
    long n = draw.between(20, 140);
    return Exercise.of(
        draw.wording(
                "What is the smallest multiple of $0 greater than $1?",
                "Find the first number after $1 that is divisible by $0.",
                "Boxes hold $0 $T each and $N has $1 of them. What is the next larger number"
                    + " that fills boxes exactly?")
            .with(k, n),
        hand -> {
          long multiple = hand.times("", k, n / k);
          return "" + hand.sum("", multiple, k);
        },
        k,
        n);
  }

  private static Exercise greatestDivisor(Draw draw, int level) {
    long g = draw.between(2, level == 3 ? 12 : 15);
    long p = draw.between(2, level == 3 ? 6 : 9);
    long q = p + draw.between(1, level == 3 ? 4 : 7);
    return Exercise.of(
        draw.wording(
                "What is the greatest common divisor of $0 and $1?",
                "Find the largest integer that divides both $0 and $1.",
                "$N has $0 red and $1 blue beads and makes equal sets of both."
                    + " What is the largest number of sets?")
            .with(g * q, g * p),
        hand -> {
          long a = g * q;
          long b = g * p;
          while (a > 0 && b > 0 && a != b) {
            long rest = hand.diff("", Math.max(a, b), Math.min(a, b));
            b = Math.min(a, b);
            a = rest;
            checkSteps(hand);
          }
          return "" + hand.ops().copy(Math.max(a, b));
        },
        g * q,
        g * p);
  }

  private static void checkSteps(Hand hand) {
    if (hand.steps().size() > 12) {
      throw new ArithmeticException("does not end");
    }
  }

  private static Exercise leastMultiple(Draw draw, int level) {
    long g = draw.between(1, 6);
    long a = g * draw.between(2, 9);
    long b = g * draw.between(2, 9);
    if (a >= b || b % a == 0) {
      return leastMultiple(draw, level);
    }
    return Exercise.of(
        draw.wording(
                "What is the least common multiple of $0 and $1?",
                "Find the smallest positive number divisible by both $0 and $1.",
                "Two bells ring every $0 and every $1 minutes. After how many minutes do they"
                    + " ring together again?")
            .with(a, b),
        hand -> {
          long divisor = Hand.gcd(a, b);
          hand.say("The greatest common divisor is " + divisor);
          long part = hand.over("", a, divisor);
          return "" + hand.times("", b, part);
        },
        a,
        b);
  }

  private static Exercise baseToTen(Draw draw, int level) {
    long base = draw.between(3, 9);
    long x = draw.between(1, Math.min(4, base - 1));
    long y = draw.between(0, base - 1);
    long z = draw.between(0, base - 1);
    return Exercise.of(
        draw.wording(
                "Write the base $0 number $1 in base ten.",
                "The digits $1 are a number in base $0. What is it in base ten?")
            .with(base, "" + x + y + z),
        hand -> {
          long first = hand.times("", x, base);
          long two = hand.sum("", first, y);
          long shifted = hand.times("", two, base);
          return "" + hand.sum("", shifted, z);
        },
        base,
        x,
        y,
        z);
  }

  private static Exercise ofProduct(Draw draw, int level) {
    long m = draw.between(4, 12);
    long r = draw.between(2, m - 1);
    long s = draw.between(2, m - 1);
    long t = draw.between(1, m - 1);
    return Exercise.of(
        draw.wording(
                "Numbers a and b leave remainders $1 and $2 when divided by $0."
                    + " What remainder does ab + $3 leave?",
                "If a leaves remainder $1 and b leaves remainder $2 modulo $0,"
                    + " what is the remainder of ab + $3 modulo $0?")
            .with(m, r, s, t),
        hand -> {
          long product = hand.times("", r, s);
          long sum = hand.sum("", product, t);
          return "" + remainder(hand, sum, m);
        },
        m,
        r,
        s,
        t);
  }

  private static Exercise divisors(Draw draw, int level) {
    long n = draw.between(24, 720);
    List<Long> primes = primes(n);
    if (primes.size() < 3 || primes.get(primes.size() - 1) > 13) {
      return divisors(draw, level);
    }
    return Exercise.of(
        draw.wording(
                "How many positive divisors does $0 have?",
                "Count the positive integers that divide $0.",
                "Find the number of positive factors of $0.")
            .with(n),
        hand -> {
          long rest = n;
          long count = 1;
          for (long p : primes.stream().distinct().toList()) {
            long power = 1;
            for (; rest % p == 0 && rest > 0; rest = hand.over("", rest, p)) {
              power++;
              checkSteps(hand);
            }
            count = count == 1 ? power : hand.times("Choices:", count, power);
          }
          return "" + count;
        },
        n);
  }

  /** Returns the prime factors in rising order. */
  static List<Long> primes(long n) {
    List<Long> primes = new ArrayList<>();
    long rest = n;
    for (long p = 2; rest > 1; p++) {
      for (; rest % p == 0; rest /= p) {
        primes.add(p);
      }
    }
    return primes;
  }

  private static Exercise powerRemainder(Draw draw, int level) {
    long m = draw.between(5, 13);
    long a = draw.between(2, m - 2);
    long n = draw.between(3, 5);
    long b = draw.between(1, 12);
    return Exercise.of(
        draw.wording(
                "What is the remainder when $0^$1 + $3 is divided by $2?",
                "Find the remainder of $0^$1 + $3 modulo $2.")
            .with(a, n, m, b),
        hand -> {
          long power = a;
          for (int i = 2; i <= n; i++) {
            long product = hand.times("", power, a);
            power = product < m ? product : remainder(hand, product, m);
          }
          long sum = hand.sum("", power, b);
          return "" + remainder(hand, sum, m);
        },
        a,
        n,
        m,
        b);
  }

  private static Exercise twoRemainders(Draw draw, int level) {
    long m = draw.between(5, 15);
    long k = draw.between(3, 7);
    if (Hand.gcd(m, k) > 1 || m <= k) {
      return twoRemainders(draw, level);
    }
    long n = draw.between(1, m * k - 1);
    return Exercise.of(
        draw.wording(
                "What is the smallest positive integer that leaves remainder $1 when divided by $0"
                    + " and remainder $3 when divided by $2?",
                "$N has fewest $T such that groups of $0 leave $1 over and groups of $2 leave $3"
                    + " over. How many $T are there?")
            .with(m, n % m, k, n % k),
        hand -> {
          long value = n % m == 0 ? m : n % m;
          hand.say("Try " + value + " with remainder " + value % k);
          while (value % k != n % k) {
            value = hand.ops().add(value, m);
            hand.say("Try " + value + " with remainder " + value % k);
            checkSteps(hand);
          }
          return "" + hand.ops().copy(value);
        },
        m,
        n % m,
        k,
        n % k);
  }
}
