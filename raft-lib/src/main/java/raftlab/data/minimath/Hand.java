package raftlab.data.minimath;

import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who writes a solution down: does one small operation at a time and writes the
 * intermediate results out, so that the text shows how each number came about. Larger operations
 * are split by place: {@code 47 + 38 = 70 + 15 = 85}. Every {@code lead} is the start of a
 * sentence, may be empty. Not thread-safe; one solution each.
 */
final class Hand {

  private static final int TABLE = 12;

  private final Operations operations;
  private final List<String> steps = new ArrayList<>();

  Hand(Operations operations) {
    this.operations = operations;
  }

  /** Returns the operations, for steps whose text a family writes itself. */
  Operations ops() {
    return operations;
  }

  List<String> steps() {
    return steps;
  }

  /** Writes a sentence; the full stop is added. */
  void say(String sentence) {
    steps.add(sentence + ".");
  }

  /** Writes a sum and returns it. */
  long sum(String lead, long a, long b) {
    StringBuilder line = line(lead, a + " + " + Latex.operand(b));
    long value = addTo(line, a, b);
    return end(line, value);
  }

  /** Writes a difference and returns it. */
  long diff(String lead, long a, long b) {
    StringBuilder line = line(lead, a + " - " + Latex.operand(b));
    return end(line, subtractIn(line, a, b));
  }

  /** Writes a product and returns it. */
  long times(String lead, long a, long b) {
    StringBuilder line = line(lead, a + " * " + Latex.operand(b));
    long large = Math.abs(a) >= Math.abs(b) ? a : b;
    long small = large == a ? b : a;
    if (Math.abs(large) <= TABLE || large % 10 == 0 || small == 0) {
      return end(line, operations.mul(a, b));
    }
    long[] parts = Math.abs(small) <= TABLE ? places(large) : places(small);
    long other = Math.abs(small) <= TABLE ? small : large;
    if (parts[1] == 0) {
      return end(line, operations.mul(a, b));
    }
    long tens = operations.mul(parts[0], other);
    long ones = operations.mul(parts[1], other);
    line.append(" = ").append(tens).append(ones < 0 ? " - " : " + ").append(Math.abs(ones));
    return end(line, operations.add(tens, ones));
  }

  /** Writes a division without remainder and returns the quotient. */
  long over(String lead, long a, long b) {
    StringBuilder line = line(lead, a + " / " + Latex.operand(b));
    long quotient = a / b;
    long tens = quotient - quotient % 10;
    long part = tens * b;
    if (quotient <= TABLE || quotient % 10 == 0 || a % b != 0 || b == 1) {
      return end(line, operations.div(a, b));
    }
    long ones = operations.div(a - part, b);
    line.append(" = ").append(tens).append(" + ").append(ones);
    return end(line, operations.add(tens, ones));
  }

  /** Writes a fraction in lowest terms, with a step if it was not, and returns its text. */
  String reduce(long n, long d) {
    if (d == 0) {
      throw new ArithmeticException("denominator 0");
    }
    long sign = d < 0 ? -1 : 1;
    long divisor = Math.max(1, gcd(n, d)) * sign;
    String reduced = Latex.fraction(n / divisor, d / divisor);
    if (divisor > 1) {
      say("Divide by " + divisor + ": " + Latex.fraction(n, d) + " = " + reduced);
    } else if (divisor < 0) {
      say("This is " + reduced);
    }
    return reduced;
  }

  /** Writes the square root of n in simplest form and returns its text. */
  String root(long n) {
    if (n <= 0) {
      throw new ArithmeticException("root of " + n);
    }
    long outside = 1;
    for (long c = 2; c * c <= n; c++) {
      outside = n % (c * c) == 0 ? c : outside;
    }
    long inside = n / (outside * outside);
    String surd = Latex.surd(outside, inside);
    if (inside == 1) {
      say("\\sqrt{" + n + "} = " + surd);
    } else if (outside > 1) {
      say("\\sqrt{" + n + "} = \\sqrt{" + outside * outside + " * " + inside + "} = " + surd);
    }
    return surd;
  }

  /** Returns the text of a pair; a slip swaps it. */
  String pair(Object x, Object y) {
    return operations.inOrder() ? Latex.pair(x, y) : Latex.pair(y, x);
  }

  static long gcd(long a, long b) {
    return b == 0 ? Math.abs(a) : gcd(b, a % b);
  }

  private long addTo(StringBuilder line, long a, long b) {
    if (a >= 0 && b >= 0) {
      return addPlaces(line, " = ", "", a, b);
    }
    if (a < 0 && b < 0) {
      long size = addPlaces(line, " = -(", ")", -a, -b);
      return operations.neg(size);
    }
    long plus = Math.max(a, b);
    long minus = -Math.min(a, b);
    line.append(" = ").append(plus).append(" - ").append(minus);
    return subtractIn(line, plus, minus);
  }

  private long subtractIn(StringBuilder line, long a, long b) {
    if (b < 0) {
      line.append(" = ").append(a).append(" + ").append(-b);
      return addTo(line, a, -b);
    }
    if (a < 0) {
      line.append(" = -(").append(-a).append(" + ").append(b).append(")");
      return operations.neg(addPlaces(line, " = -(", ")", -a, b));
    }
    if (a < b) {
      line.append(" = -(").append(b).append(" - ").append(a).append(")");
      return operations.neg(subtractPlaces(line, " = -(", ")", b, a));
    }
    return subtractPlaces(line, " = ", "", a, b);
  }

  private long addPlaces(StringBuilder line, String open, String close, long a, long b) {
    if (a < 10 || b < 10 || a % 10 == 0 || b % 10 == 0) {
      return operations.add(a, b);
    }
    long tens = operations.add(a - a % 10, b - b % 10);
    long ones = operations.add(a % 10, b % 10);
    line.append(open).append(tens).append(" + ").append(ones).append(close);
    return operations.add(tens, ones);
  }

  private long subtractPlaces(StringBuilder line, String open, String close, long a, long b) {
    if (b < 10 || b % 10 == 0) {
      return operations.sub(a, b);
    }
    long rest = operations.sub(a, b - b % 10);
    line.append(open).append(rest).append(" - ").append(b % 10).append(close);
    return operations.sub(rest, b % 10);
  }

  private static long[] places(long value) {
    return new long[] {value - value % 10, value % 10};
  }

  private static StringBuilder line(String lead, String expression) {
    return new StringBuilder(lead).append(lead.isEmpty() ? "" : " ").append(expression);
  }

  private long end(StringBuilder line, long value) {
    say(line.append(" = ").append(value).toString());
    return value;
  }
}
