package raftlab.data.minimath;

import static raftlab.data.minimath.Subject.ARITHMETIC;

import java.util.List;

/** Sums, differences, products, quotients, fractions and decimals. */
final class ArithmeticFamilies {

  private ArithmeticFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family("add-two", ARITHMETIC, 1, 2, ArithmeticFamilies::addTwo),
        new Family("subtract-two", ARITHMETIC, 1, 2, ArithmeticFamilies::subtractTwo),
        new Family("times-table", ARITHMETIC, 1, 1, ArithmeticFamilies::timesTable),
        new Family("times-two-digit", ARITHMETIC, 2, 3, ArithmeticFamilies::timesTwoDigit),
        new Family("divide-exactly", ARITHMETIC, 2, 2, ArithmeticFamilies::divideExactly),
        new Family("signed-sum", ARITHMETIC, 2, 2, ArithmeticFamilies::signedSum),
        new Family("order-of-operations", ARITHMETIC, 3, 3, ArithmeticFamilies::orderOfOperations),
        new Family("add-fractions", ARITHMETIC, 3, 4, ArithmeticFamilies::addFractions),
        new Family("multiply-fractions", ARITHMETIC, 3, 3, ArithmeticFamilies::multiplyFractions),
        new Family("add-decimals", ARITHMETIC, 2, 3, ArithmeticFamilies::addDecimals),
        new Family("parentheses", ARITHMETIC, 4, 4, ArithmeticFamilies::parentheses),
        new Family("times-decimal", ARITHMETIC, 4, 4, ArithmeticFamilies::timesDecimal),
        new Family("square-and-product", ARITHMETIC, 4, 4, ArithmeticFamilies::squareAndProduct),
        new Family("two-products", ARITHMETIC, 5, 5, ArithmeticFamilies::twoProducts),
        new Family("fraction-chain", ARITHMETIC, 5, 5, ArithmeticFamilies::fractionChain));
  }

  private static Exercise addTwo(Draw draw, int level) {
    long a = draw.between(11, level == 1 ? 59 : 99);
    long b = level == 1 ? draw.between(3, 30) : draw.between(25, 99);
    return Exercise.of(
        draw.wording(
                "What is $0 + $1?",
                "Find the sum of $0 and $1.",
                "$N has $0 $T and gets $1 more. How many $T does $N have now?")
            .with(a, b),
        hand -> "" + hand.sum("", a, b),
        a,
        b);
  }

  private static Exercise subtractTwo(Draw draw, int level) {
    long b = level == 1 ? draw.between(3, 20) : draw.between(15, 60);
    long a = b + draw.between(5, level == 1 ? 30 : 90);
    return Exercise.of(
        draw.wording(
                "What is $0 - $1?",
                "Subtract $1 from $0.",
                "$N has $0 $T and gives $1 of them away. How many $T are left?")
            .with(a, b),
        hand -> "" + hand.diff("", a, b),
        a,
        b);
  }

  private static Exercise timesTable(Draw draw, int level) {
    long a = draw.between(2, 12);
    long b = draw.between(3, 19);
    return Exercise.of(
        draw.wording(
                "What is $0 times $1?",
                "Find the product of $0 and $1.",
                "There are $0 boxes with $1 $T in each box. How many $T are there in all?")
            .with(a, b),
        hand -> "" + hand.times("", a, b),
        a,
        b);
  }

  private static Exercise timesTwoDigit(Draw draw, int level) {
    long a = draw.between(13, level == 2 ? 29 : 79);
    long b = draw.between(3, level == 2 ? 9 : 12);
    return Exercise.of(
        draw.wording(
                "What is $0 times $1?",
                "Compute the product $0 * $1.",
                "A shelf holds $0 $T. How many $T do $1 such shelves hold?")
            .with(a, b),
        hand -> "" + hand.times("", a, b),
        a,
        b);
  }

  private static Exercise divideExactly(Draw draw, int level) {
    long b = draw.between(2, 12);
    long a = b * draw.between(5, 40);
    return Exercise.of(
        draw.wording(
                "What is $0 divided by $1?",
                "Compute $0 / $1.",
                "$N shares $0 $T equally among $1 friends. How many $T does each friend get?")
            .with(a, b),
        hand -> "" + hand.over("", a, b),
        a,
        b);
  }

  private static Exercise signedSum(Draw draw, int level) {
    long a = -draw.between(2, 30);
    long b = draw.signed(40);
    String change = (b > 0 ? "rises by " : "falls by ") + Math.abs(b);
    return Exercise.of(
        draw.wording(
                "What is $0 + $1?",
                "Find the sum of $0 and $2.",
                "The temperature is $0 degrees and then $3 degrees. What is it now?")
            .with(a, Latex.operand(b), b, change),
        hand -> "" + hand.sum("", a, b),
        a,
        b);
  }

  private static Exercise orderOfOperations(Draw draw, int level) {
    long a = draw.between(2, 60);
    long b = draw.between(2, 12);
    long c = draw.between(2, 12);
    boolean plus = draw.chance(0.4);
    return Exercise.of(
        draw.wording(
                "What is $0 $3 $1 * $2?",
                "Compute $0 $3 $1 * $2, doing the product first.",
                "Find the value of the expression $0 $3 $1 * $2.")
            .with(a, b, c, plus ? "+" : "-"),
        hand -> {
          long product = hand.times("", b, c);
          return "" + (plus ? hand.sum("", a, product) : hand.diff("", a, product));
        },
        a,
        b,
        c,
        plus ? 1 : -1);
  }

  private static Exercise addFractions(Draw draw, int level) {
    long d1 = draw.between(2, level == 3 ? 6 : 9);
    long d2 = d1 + draw.between(1, level == 3 ? 4 : 6);
    long n1 = draw.coprime(d1 + 1, d1);
    long n2 = draw.coprime(d2 + 1, d2);
    boolean plus = level == 3 || draw.chance(0.4);
    return Exercise.of(
        draw.wording(
                "What is $0 $2 $1 in lowest terms?",
                "Compute $0 $2 $1 as a fraction in lowest terms.",
                "Write $0 $2 $1 as one fraction in simplest form.")
            .with(Latex.fraction(n1, d1), Latex.fraction(n2, d2), plus ? "+" : "-"),
        hand -> {
          long left = hand.times("", n1, d2);
          long right = hand.times("", n2, d1);
          long bottom = hand.times("", d1, d2);
          long top = plus ? hand.sum("", left, right) : hand.diff("", left, right);
          hand.say("This gives " + Latex.fraction(top, bottom));
          return hand.reduce(top, bottom);
        },
        n1,
        d1,
        n2,
        d2,
        plus ? 1 : -1);
  }

  private static Exercise multiplyFractions(Draw draw, int level) {
    long d1 = draw.between(2, 9);
    long d2 = draw.between(2, 12);
    long n1 = draw.coprime(d1, d1);
    long n2 = draw.coprime(13, d2);
    return Exercise.of(
        draw.wording(
                "What is $0 times $1 in lowest terms?",
                "Compute $0 * $1 as a fraction in lowest terms.",
                "Find $0 of $1 in simplest form.")
            .with("\\frac{" + n1 + "}{" + d1 + "}", "\\frac{" + n2 + "}{" + d2 + "}"),
        hand -> {
          long top = hand.times("", n1, n2);
          long bottom = hand.times("", d1, d2);
          hand.say("This gives " + Latex.fraction(top, bottom));
          return hand.reduce(top, bottom);
        },
        n1,
        d1,
        n2,
        d2);
  }

  private static Exercise addDecimals(Draw draw, int level) {
    int places = level == 2 ? 1 : 2;
    long a = draw.between(11, level == 2 ? 99 : 999);
    long b = draw.between(11, level == 2 ? 99 : 499);
    if (a % 100 == 0 || b % 100 == 0) {
      return addDecimals(draw, level);
    }
    return Exercise.of(
        draw.wording(
                "What is $0 + $1?",
                "Find the sum of the decimals $0 and $1.",
                "$N pays $0 dollars for tea and $1 dollars for bread. How many dollars is that?")
            .with(Latex.decimal(a, places), Latex.decimal(b, places)),
        hand -> {
          String unit = places == 1 ? "tenths" : "hundredths";
          long units = hand.sum("In " + unit + ":", a, b);
          String answer = Latex.decimal(units, places);
          hand.say(units + " " + unit + " is " + answer);
          return answer;
        },
        a,
        b,
        places);
  }

  private static Exercise parentheses(Draw draw, int level) {
    long a = draw.between(2, 30);
    long b = draw.between(2, 30);
    long c = draw.between(2, 9);
    long d = draw.between(5, 60);
    return Exercise.of(
        draw.wording(
                "What is ($0 - $1) * $2 + $3?",
                "Compute the value of ($0 - $1) * $2 + $3.",
                "Subtract $1 from $0, multiply the result by $2, then add $3. What do you get?")
            .with(a, b, c, d),
        hand -> {
          long difference = hand.diff("", a, b);
          long product = hand.times("", difference, c);
          return "" + hand.sum("", product, d);
        },
        a,
        b,
        c,
        d);
  }

  private static Exercise timesDecimal(Draw draw, int level) {
    long a = draw.between(11, 99);
    long b = draw.between(3, 12);
    return Exercise.of(
        draw.wording(
                "What is $0 times $1?",
                "Compute the product $0 * $1 as a decimal.",
                "One ribbon is $0 meters long. How many meters are $1 such ribbons in all?")
            .with(Latex.decimal(a, 1), b),
        hand -> {
          long tenths = hand.times("In tenths:", a, b);
          String answer = Latex.decimal(tenths, 1);
          hand.say(tenths + " tenths is " + answer);
          return answer;
        },
        a,
        b);
  }

  private static Exercise squareAndProduct(Draw draw, int level) {
    long a = draw.between(2, 12);
    long b = draw.between(2, 12);
    long c = draw.between(2, 12);
    return Exercise.of(
        draw.wording(
                "What is $0^2 - $1 * $2?",
                "Compute the value of $0^2 - $1 * $2.",
                "From the square of $0 subtract the product of $1 and $2. What do you get?")
            .with(a, b, c),
        hand -> {
          long square = hand.times(a + "^2 =", a, a);
          long product = hand.times("", b, c);
          return "" + hand.diff("", square, product);
        },
        a,
        b,
        c);
  }

  private static Exercise twoProducts(Draw draw, int level) {
    long a = draw.between(13, 39);
    long b = draw.between(3, 9);
    long c = draw.between(13, 29);
    long d = draw.between(3, 9);
    long e = draw.between(5, 50);
    return Exercise.of(
        draw.wording(
                "What is $0 * $1 - $2 * $3 + $4?",
                "Compute the value of $0 * $1 - $2 * $3 + $4.",
                "Find the value of the expression $0 * $1 - $2 * $3 + $4.")
            .with(a, b, c, d, e),
        hand -> {
          long left = hand.times("", a, b);
          long right = hand.times("", c, d);
          long difference = hand.diff("", left, right);
          return "" + hand.sum("", difference, e);
        },
        a,
        b,
        c,
        d,
        e);
  }

  private static Exercise fractionChain(Draw draw, int level) {
    long d1 = draw.between(2, 5);
    long d2 = draw.between(2, 4);
    long d3 = draw.between(2, 5);
    long n1 = draw.coprime(5, d1);
    long n2 = draw.coprime(5, d2);
    long n3 = draw.coprime(5, d3);
    return Exercise.of(
        draw.wording(
                "What is $0 + $1 * $2 in lowest terms?",
                "Compute $0 + $1 * $2 as a fraction in lowest terms.",
                "Find the exact value of $0 + $1 * $2 in simplest form.")
            .with(
                "\\frac{" + n1 + "}{" + d1 + "}",
                "\\frac{" + n2 + "}{" + d2 + "}",
                "\\frac{" + n3 + "}{" + d3 + "}"),
        hand -> {
          long top = hand.times("", n2, n3);
          long bottom = hand.times("", d2, d3);
          long left = hand.times("", n1, bottom);
          long right = hand.times("", top, d1);
          long sum = hand.sum("", left, right);
          long common = hand.times("", d1, bottom);
          hand.say("This gives " + Latex.fraction(sum, common));
          return hand.reduce(sum, common);
        },
        n1,
        d1,
        n2,
        d2,
        n3,
        d3);
  }
}
