package raftlab.data.minimath;

import static raftlab.data.minimath.Subject.ALGEBRA;

import java.util.List;

/** Linear equations, systems, quadratics, inequalities and functions. */
final class AlgebraFamilies {

  private AlgebraFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family("one-step-equation", ALGEBRA, 1, 1, AlgebraFamilies::oneStep),
        new Family("evaluate-linear", ALGEBRA, 1, 2, AlgebraFamilies::evaluateLinear),
        new Family("two-step-equation", ALGEBRA, 2, 2, AlgebraFamilies::twoStep),
        new Family("middle-coefficient", ALGEBRA, 2, 3, AlgebraFamilies::middleCoefficient),
        new Family("x-on-both-sides", ALGEBRA, 3, 4, AlgebraFamilies::bothSides),
        new Family("fraction-root", ALGEBRA, 3, 3, AlgebraFamilies::fractionRoot),
        new Family("sum-and-difference", ALGEBRA, 3, 3, AlgebraFamilies::sumAndDifference),
        new Family("linear-inequality", ALGEBRA, 3, 4, AlgebraFamilies::inequality),
        new Family("square-root-equation", ALGEBRA, 4, 4, AlgebraFamilies::squareRoot),
        new Family("quadratic-roots", ALGEBRA, 4, 5, AlgebraFamilies::quadraticRoot),
        new Family("line-crossing", ALGEBRA, 4, 4, AlgebraFamilies::lineCrossing),
        new Family("absolute-value", ALGEBRA, 4, 4, AlgebraFamilies::absoluteValue),
        new Family("compound-inequality", ALGEBRA, 5, 5, AlgebraFamilies::compoundInequality),
        new Family("elimination", ALGEBRA, 5, 5, AlgebraFamilies::elimination),
        new Family("composed-functions", ALGEBRA, 5, 5, AlgebraFamilies::composition));
  }

  private static Exercise oneStep(Draw draw, int level) {
    long x = draw.between(2, 40);
    long a = draw.signed(30);
    long b = x + a;
    return Exercise.of(
        draw.wording(
                "Solve x $0 = $1 for x.",
                "What is the value of x if x $0 = $1?",
                "Find the number x with x $0 = $1.")
            .with(Latex.plus(a), b),
        hand -> "" + (a > 0 ? hand.diff("x =", b, a) : hand.sum("x =", b, -a)),
        a,
        b);
  }

  private static Exercise evaluateLinear(Draw draw, int level) {
    long a = draw.between(2, 12);
    long x = level == 1 ? draw.between(2, 10) : -draw.between(2, 12);
    long b = level == 1 ? draw.between(1, 30) : draw.signed(30);
    return Exercise.of(
        draw.wording(
                "If x = $1, what is $0?",
                "Find the value of $0 at x = $1.",
                "Let f(x) = $0. What is f($1)?")
            .with(Latex.linear(a, "x", b), x),
        hand -> {
          long product = hand.times("", a, x);
          return "" + (b > 0 ? hand.sum("", product, b) : hand.diff("", product, -b));
        },
        a,
        b,
        x);
  }

  private static Exercise twoStep(Draw draw, int level) {
    long a = draw.between(2, 9);
    long x = draw.signed(12);
    long b = draw.signed(25);
    long c = a * x + b;
    return Exercise.of(
        draw.wording(
                "Solve $0 = $1 for x.",
                "What is the value of x if $0 = $1?",
                "Find the solution x of the equation $0 = $1.")
            .with(Latex.linear(a, "x", b), c),
        hand -> {
          String lead = a + "x =";
          long right = b > 0 ? hand.diff(lead, c, b) : hand.sum(lead, c, -b);
          return "" + hand.over("x =", right, a);
        },
        a,
        b,
        c);
  }

  private static Exercise middleCoefficient(Draw draw, int level) {
    long a = level == 2 ? 1 : draw.between(2, 6);
    long c = level == 2 ? 1 : draw.between(2, 6);
    long b = draw.signed(level == 2 ? 19 : 9);
    long d = draw.signed(level == 2 ? 19 : 9);
    return Exercise.of(
        draw.wording(
                "What is the coefficient of x in ($0)($1)?",
                "Expand ($0)($1) and give the coefficient of x.",
                "Find the coefficient of x after multiplying out ($0)($1).")
            .with(Latex.linear(a, "x", b), Latex.linear(c, "x", d)),
        hand -> {
          long outer = a == 1 ? d : hand.times("", a, d);
          long inner = c == 1 ? b : hand.times("", c, b);
          return "" + hand.sum("The coefficient is", outer, inner);
        },
        a,
        b,
        c,
        d);
  }

  private static Exercise bothSides(Draw draw, int level) {
    long c = level == 3 ? draw.between(1, 5) : -draw.between(1, 6);
    long a = Math.max(c, 0) + draw.between(2, 6);
    long x = level == 3 ? draw.between(1, 12) : draw.signed(12);
    long b = draw.signed(15);
    long d = (a - c) * x + b;
    return Exercise.of(
        draw.wording(
                "Solve $0 = $1 for x.",
                "What is the value of x if $0 = $1?",
                "Find the solution x of the equation $0 = $1.")
            .with(Latex.linear(a, "x", b), Latex.linear(c, "x", d)),
        hand -> {
          long left = hand.diff("Factor of x:", a, c);
          long right = hand.diff("Number:", d, b);
          return "" + hand.over("x =", right, left);
        },
        a,
        b,
        c,
        d);
  }

  private static Exercise fractionRoot(Draw draw, int level) {
    long a = draw.between(3, 12);
    long top = draw.signed(20);
    long b = draw.signed(20);
    long c = top + b;
    return Exercise.of(
        draw.wording(
                "Solve $0 = $1 for x and give x in lowest terms.",
                "What fraction in lowest terms is x if $0 = $1?",
                "Find the exact solution x of the equation $0 = $1.")
            .with(Latex.linear(a, "x", b), c),
        hand -> {
          String lead = a + "x =";
          long right = b > 0 ? hand.diff(lead, c, b) : hand.sum(lead, c, -b);
          hand.say("x = " + Latex.fraction(right, a));
          return hand.reduce(right, a);
        },
        a,
        b,
        c);
  }

  private static Exercise sumAndDifference(Draw draw, int level) {
    long y = draw.between(-12, 20);
    long x = y + draw.between(1, 24);
    return Exercise.of(
        draw.wording(
                "Solve x + y = $0 and x - y = $1. Give the pair (x, y).",
                "Two numbers x and y have sum $0 and difference x - y = $1."
                    + " What is the pair (x, y)?")
            .with(x + y, x - y),
        hand -> {
          long twice = hand.sum("2x =", x + y, x - y);
          long first = hand.over("x =", twice, 2);
          long second = hand.diff("y =", x + y, first);
          return hand.pair(first, second);
        },
        x + y,
        x - y);
  }

  private static Exercise inequality(Draw draw, int level) {
    long a = level == 3 ? draw.between(2, 9) : -draw.between(2, 9);
    long x = draw.signed(12);
    long b = draw.signed(20);
    long c = a * x + b;
    String sign = draw.pick("<", ">", "\\le", "\\ge");
    boolean strict = sign.length() == 1;
    boolean below = (sign.equals("<") || sign.equals("\\le")) == a > 0;
    return Exercise.of(
        draw.wording(
                "Solve $0 $2 $1 and write the solution as an interval.",
                "Which interval is the solution of $0 $2 $1?",
                "Find all x with $0 $2 $1 as an interval.")
            .with(Latex.linear(a, "x", b), c, sign),
        hand -> {
          long right = b > 0 ? hand.diff("Number:", c, b) : hand.sum("Number:", c, -b);
          long bound = hand.over("Bound:", right, a);
          hand.say(a < 0 ? "We divide by a negative number, so the sign turns" : "The sign stays");
          return below
              ? "(-\\infty, " + bound + (strict ? ")" : "]")
              : (strict ? "(" : "[") + bound + ", \\infty)";
        },
        a,
        b,
        c,
        strict ? 1 : 0,
        below ? 1 : 0);
  }

  private static Exercise squareRoot(Draw draw, int level) {
    long outside = draw.between(2, 6);
    long inside = draw.oneOf(2, 3, 5, 6, 7, 10);
    long n = outside * outside * inside;
    long b = draw.between(2, 60);
    return Exercise.of(
        draw.wording(
                "Find the positive solution of x^2 + $0 = $1 in simplest form.",
                "What is the positive number x with x^2 + $0 = $1, in simplest radical form?")
            .with(b, n + b),
        hand -> {
          long square = hand.diff("x^2 =", n + b, b);
          return hand.root(square);
        },
        b,
        n + b);
  }

  private static Exercise quadraticRoot(Draw draw, int level) {
    long r = level == 4 ? draw.between(1, 12) : -draw.between(1, 14);
    long s = level == 4 ? r + draw.between(1, 10) : draw.between(1, 14);
    long sum = r + s;
    long product = r * s;
    boolean larger = draw.chance(0.5);
    String middle =
        sum == 0 ? "" : sum < 0 ? " + " + Latex.term(-sum, "x") : " - " + Latex.term(sum, "x");
    return Exercise.of(
        draw.wording(
                "What is the $1 root of x^2$0 = 0?",
                "Find the $1 solution of the equation x^2$0 = 0.",
                "Solve x^2$0 = 0 and give the $1 of the two solutions.")
            .with(middle + " " + Latex.plus(product), larger ? "larger" : "smaller"),
        hand -> {
          hand.say("We need two numbers with sum " + sum + " and product " + product);
          hand.times("", r, s);
          hand.sum("", r, s);
          hand.say("The roots are " + r + " and " + s);
          return "" + (hand.ops().inOrder() == larger ? s : r);
        },
        sum,
        product,
        larger ? 1 : -1);
  }

  private static Exercise lineCrossing(Draw draw, int level) {
    long m = draw.between(2, 7);
    long n = m - draw.between(1, 5);
    long x = draw.signed(9);
    long b = draw.signed(15);
    long c = (m - n) * x + b;
    if (n == 0 || c == 0) {
      return lineCrossing(draw, level);
    }
    return Exercise.of(
        draw.wording(
                "At which point (x, y) do the lines y = $0 and y = $1 meet?",
                "Find the pair (x, y) that solves y = $0 and y = $1.")
            .with(Latex.linear(m, "x", b), Latex.linear(n, "x", c)),
        hand -> {
          long factor = hand.diff("Factor of x:", m, n);
          long right = hand.diff("Number:", c, b);
          long first = hand.over("x =", right, factor);
          long product = hand.times("", m, first);
          long second = hand.sum("y =", product, b);
          return hand.pair(first, second);
        },
        m,
        b,
        n,
        c);
  }

  private static Exercise absoluteValue(Draw draw, int level) {
    long a = draw.signed(30);
    long b = draw.between(2, 25);
    boolean strict = draw.chance(0.5);
    return Exercise.of(
        draw.wording(
                "Solve |x $0| $2 $1 and write the solution as an interval.",
                "Find all x with |x $0| $2 $1 as an interval.",
                "Which interval is the solution of |x $0| $2 $1?")
            .with(Latex.plus(-a), b, strict ? "<" : "\\le"),
        hand -> {
          long low = hand.diff("From", a, b);
          long high = hand.sum("To", a, b);
          String ends = low + ", " + high;
          return strict ? "(" + ends + ")" : "[" + ends + "]";
        },
        a,
        b,
        strict ? 1 : 0);
  }

  private static Exercise compoundInequality(Draw draw, int level) {
    long a = draw.between(2, 8);
    long low = draw.between(-9, 5);
    long high = low + draw.between(2, 9);
    long b = draw.signed(20);
    return Exercise.of(
        draw.wording(
                "Solve $0 \\le $1 < $2 and write the solution as an interval.",
                "Find all x with $0 \\le $1 < $2 as an interval.")
            .with(a * low + b, Latex.linear(a, "x", b), a * high + b),
        hand -> {
          long left = hand.diff("Left:", a * low + b, b);
          long right = hand.diff("Right:", a * high + b, b);
          long from = hand.over("From", left, a);
          long to = hand.over("To", right, a);
          return "[" + from + ", " + to + ")";
        },
        a,
        b,
        a * low + b,
        a * high + b);
  }

  private static Exercise elimination(Draw draw, int level) {
    long a = draw.between(2, 6);
    long b = draw.between(2, 6);
    long d = draw.between(2, 6);
    long x = draw.signed(8);
    long y = draw.signed(8);
    long c = a * x + b * y;
    long e = d * x - b * y;
    return Exercise.of(
        draw.wording(
                "Solve $0 = $1 and $2 = $3. Give the pair (x, y).",
                "Find the pair (x, y) with $0 = $1 and $2 = $3.")
            .with(a + "x + " + b + "y", c, d + "x - " + b + "y", e),
        hand -> {
          hand.say("Add the equations");
          long factor = hand.sum("", a, d);
          long right = hand.sum("", c, e);
          long first = hand.over("x =", right, factor);
          long product = hand.times("", a, first);
          long rest = hand.diff(b + "y =", c, product);
          long second = hand.over("y =", rest, b);
          return hand.pair(first, second);
        },
        a,
        b,
        c,
        d,
        e);
  }

  private static Exercise composition(Draw draw, int level) {
    long a = draw.between(2, 9);
    long b = draw.signed(20);
    long c = draw.signed(20);
    long k = draw.signed(7);
    return Exercise.of(
        draw.wording(
                "Let f(x) = $0 and g(x) = x^2 $1. What is f(g($2))?",
                "If f(x) = $0 and g(x) = x^2 $1, find f(g($2)).")
            .with(Latex.linear(a, "x", b), Latex.plus(c), k),
        hand -> {
          long square = hand.times("", k, k);
          long inner = c > 0 ? hand.sum("", square, c) : hand.diff("", square, -c);
          long product = hand.times("", a, inner);
          return "" + (b > 0 ? hand.sum("", product, b) : hand.diff("", product, -b));
        },
        a,
        b,
        c,
        k);
  }
}
