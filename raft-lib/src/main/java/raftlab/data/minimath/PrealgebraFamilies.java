package raftlab.data.minimath;

import static raftlab.data.minimath.Subject.PREALGEBRA;

import java.util.List;

/** Percent, ratio, averages, rates and prices. */
final class PrealgebraFamilies {

  private PrealgebraFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family("percent-of", PREALGEBRA, 2, 2, PrealgebraFamilies::percentOf),
        new Family("ratio-share", PREALGEBRA, 3, 3, PrealgebraFamilies::ratioShare),
        new Family("average", PREALGEBRA, 2, 3, PrealgebraFamilies::average),
        new Family("unit-price", PREALGEBRA, 1, 1, PrealgebraFamilies::unitPrice),
        new Family("price-of-more", PREALGEBRA, 3, 3, PrealgebraFamilies::priceOfMore),
        new Family("distance", PREALGEBRA, 1, 1, PrealgebraFamilies::distance),
        new Family("two-legs", PREALGEBRA, 3, 3, PrealgebraFamilies::twoLegs),
        new Family("simplify-fraction", PREALGEBRA, 1, 2, PrealgebraFamilies::simplifyFraction),
        new Family("change-from-hundred", PREALGEBRA, 2, 2, PrealgebraFamilies::change),
        new Family("missing-score", PREALGEBRA, 4, 4, PrealgebraFamilies::missingScore),
        new Family("discount", PREALGEBRA, 4, 4, PrealgebraFamilies::discount),
        new Family("pages-left", PREALGEBRA, 4, 4, PrealgebraFamilies::pagesLeft),
        new Family("rise-and-fall", PREALGEBRA, 5, 5, PrealgebraFamilies::riseAndFall),
        new Family("work-together", PREALGEBRA, 5, 5, PrealgebraFamilies::workTogether),
        new Family("class-average", PREALGEBRA, 5, 5, PrealgebraFamilies::classAverage));
  }

  private static Exercise percentOf(Draw draw, int level) {
    long p = 10 * draw.between(1, 9);
    long n = 10 * draw.between(2, 40);
    return Exercise.of(
        draw.wording(
                "What is $0 percent of $1?",
                "A school has $1 students and $0 percent of them walk. How many students walk?",
                "$N has $1 $T and sells $0 percent of them. How many $T does $N sell?")
            .with(p, n),
        hand -> {
          long tenth = hand.over("10 percent is", n, 10);
          return "" + hand.times(p + " percent is", p / 10, tenth);
        },
        p,
        n);
  }

  private static Exercise ratioShare(Draw draw, int level) {
    long a = draw.between(2, 7);
    long b = a + draw.between(1, 5);
    long part = draw.between(3, 15);
    if (Hand.gcd(a, b) > 1) {
      return ratioShare(draw, level);
    }
    long total = (a + b) * part;
    boolean larger = draw.chance(0.5);
    return Exercise.of(
        draw.wording(
                "Two people share $2 dollars in the ratio $0:$1. How many dollars is the $3 share?",
                "A ribbon of $2 cm is cut in the ratio $0:$1. How many cm long is the $3 piece?",
                "The number $2 is split into two parts in the ratio $0:$1. What is the $3 part?")
            .with(a, b, total, larger ? "larger" : "smaller"),
        hand -> {
          long parts = hand.sum("Parts:", a, b);
          long one = hand.over("One part:", total, parts);
          return "" + hand.times("", larger ? b : a, one);
        },
        a,
        b,
        total,
        larger ? 1 : -1);
  }

  private static Exercise average(Draw draw, int level) {
    long count = level + 1L;
    long a = draw.between(2, 30);
    long b = draw.between(2, 30);
    long c = count == 3 ? 0 : draw.between(2, 30);
    long rest = (a + b + c) % count;
    long last = count * draw.between(1, 8) + (rest == 0 ? 0 : count - rest);
    String listed =
        count == 3 ? a + ", " + b + " and " + last : a + ", " + b + ", " + c + " and " + last;
    return Exercise.of(
        draw.wording(
                "What is the average of $0?",
                "Find the mean of the numbers $0.",
                "The scores of $N are $0 points. What is the average score?")
            .with(listed),
        hand -> {
          long sum = hand.sum("", a, b);
          sum = count == 3 ? sum : hand.sum("", sum, c);
          sum = hand.sum("", sum, last);
          return "" + hand.over("", sum, count);
        },
        count,
        a,
        b,
        c,
        last);
  }

  private static Exercise unitPrice(Draw draw, int level) {
    long n = draw.between(2, 12);
    long price = draw.between(2, 40);
    long total = n * price;
    return Exercise.of(
        draw.wording(
                "$0 tickets cost $1 dollars in all. How many dollars does one ticket cost?",
                "$N pays $1 dollars for $0 $T of equal price. What is the price of each in dollars?",
                "A row of $0 equal boxes weighs $1 kg. How many kg does one box weigh?")
            .with(n, total),
        hand -> "" + hand.over("One:", total, n),
        n,
        total);
  }

  private static Exercise priceOfMore(Draw draw, int level) {
    long n = draw.between(2, 9);
    long price = draw.between(2, 12);
    long m = draw.between(2, 12);
    long total = n * price;
    return Exercise.of(
        draw.wording(
                "If $0 pens cost $1 dollars, how many dollars do $2 pens cost?",
                "$N pays $1 dollars for $0 kg of rice. How many dollars do $2 kg cost?",
                "A machine makes $1 parts in $0 hours. How many parts does it make in $2 hours?")
            .with(n, total, m),
        hand -> {
          long one = hand.over("One:", total, n);
          return "" + hand.times("", one, m);
        },
        n,
        total,
        m);
  }

  private static Exercise distance(Draw draw, int level) {
    long speed = draw.between(11, 60);
    long hours = draw.between(2, 6);
    return Exercise.of(
        draw.wording(
                "A car drives at $0 km per hour for $1 hours. How many km does it go?",
                "$N earns $0 dollars per hour and works $1 hours. How many dollars is that?",
                "A pump moves $0 liters per minute. How many liters does it move in $1 minutes?")
            .with(speed, hours),
        hand -> "" + hand.times("", speed, hours),
        speed,
        hours);
  }

  private static Exercise twoLegs(Draw draw, int level) {
    long v1 = draw.between(3, 30);
    long t1 = draw.between(2, 6);
    long v2 = draw.between(3, 30);
    long t2 = draw.between(2, 6);
    return Exercise.of(
        draw.wording(
                "A train goes $1 hours at $0 km per hour and $3 hours at $2 km per hour."
                    + " How many km is that in all?",
                "$N works $1 hours for $0 dollars each and $3 hours for $2 dollars each."
                    + " How many dollars does $N earn?")
            .with(v1, t1, v2, t2),
        hand -> {
          long first = hand.times("First:", v1, t1);
          long second = hand.times("Then:", v2, t2);
          return "" + hand.sum("Together:", first, second);
        },
        v1,
        t1,
        v2,
        t2);
  }

  private static Exercise simplifyFraction(Draw draw, int level) {
    long factor = draw.between(2, level == 1 ? 5 : 9);
    long n = draw.between(1, 12);
    long d = n + draw.between(1, 9);
    return Exercise.of(
        draw.wording(
                "Write $0 in lowest terms.",
                "Simplify the fraction $0 as far as possible.",
                "What is the fraction $0 in simplest form?")
            .with(Latex.fraction(n * factor, d * factor)),
        hand -> {
          long divisor = Hand.gcd(n * factor, d * factor);
          hand.say("The greatest common divisor is " + divisor);
          long top = hand.over("", n * factor, divisor);
          long bottom = hand.over("", d * factor, divisor);
          return hand.reduce(top, bottom);
        },
        n * factor,
        d * factor);
  }

  private static Exercise change(Draw draw, int level) {
    long n = draw.between(2, 8);
    long price = draw.between(2, 12);
    long paid = oneOfNotes(n * price, draw);
    return Exercise.of(
        draw.wording(
                "$N buys $0 $T at $1 dollars each and pays with $2 dollars."
                    + " How many dollars come back?",
                "From a rope of $2 meters, $0 pieces of $1 meters are cut."
                    + " How many meters are left?")
            .with(n, price, paid),
        hand -> {
          long cost = hand.times("Cost:", n, price);
          return "" + hand.diff("Left:", paid, cost);
        },
        n,
        price,
        paid);
  }

  private static long oneOfNotes(long cost, Draw draw) {
    return cost - cost % 10 + 10 * draw.between(1, 5);
  }

  private static Exercise missingScore(Draw draw, int level) {
    long mean = draw.between(11, 25);
    long a = mean + draw.between(-9, 6);
    long b = mean + draw.between(-9, 6);
    long c = mean + draw.between(-8, 8);
    return Exercise.of(
        draw.wording(
                "The average of four numbers is $0 and three of them are $1, $2 and $3."
                    + " What is the fourth number?",
                "$N scored $1, $2 and $3 points in three games."
                    + " What must the fourth score be for an average of $0?")
            .with(mean, a, b, c),
        hand -> {
          long total = hand.times("Total:", mean, 4);
          long sum = hand.sum("", a, b);
          sum = hand.sum("", sum, c);
          return "" + hand.diff("", total, sum);
        },
        mean,
        a,
        b,
        c);
  }

  private static Exercise discount(Draw draw, int level) {
    long p = 10 * draw.between(1, 6);
    long price = 10 * draw.between(3, 40);
    long n = draw.between(5, 30);
    return Exercise.of(
        draw.wording(
                "A coat of $1 dollars is sold with a discount of $0 percent and a fee of $2 dollars"
                    + " is added. How many dollars is the final price?",
                "A tank holds $1 liters, loses $0 percent and then gains $2 liters."
                    + " How many liters are in it at the end?")
            .with(p, price, n),
        hand -> {
          long tenth = hand.over("10 percent is", price, 10);
          long off = hand.times(p + " percent is", p / 10, tenth);
          long left = hand.diff("", price, off);
          return "" + hand.sum("", left, n);
        },
        p,
        price,
        n);
  }

  private static Exercise pagesLeft(Draw draw, int level) {
    long d = draw.between(3, 8);
    long part = draw.between(5, 20);
    long n = draw.coprime(d - 1, d);
    long pages = d * part;
    long more = draw.between(2, (d - n) * part - 1);
    return Exercise.of(
        draw.wording(
                "$N reads $0 of a book of $1 pages on Monday and $2 pages on Tuesday."
                    + " How many pages are left?",
                "A farmer sells $0 of $1 eggs and then $2 more eggs. How many eggs are left?")
            .with("\\frac{" + n + "}{" + d + "}", pages, more),
        hand -> {
          long one = hand.over("", pages, d);
          long read = hand.times("", one, n);
          long left = hand.diff("", pages, read);
          return "" + hand.diff("", left, more);
        },
        n,
        d,
        pages,
        more);
  }

  private static Exercise riseAndFall(Draw draw, int level) {
    long p = 10 * draw.between(1, 5);
    long q = 10 * draw.between(1, 5);
    long price = 100 * draw.between(1, 9) + (p % 20 == 0 && q % 20 == 0 ? 50 : 0);
    return Exercise.of(
        draw.wording(
                "A price of $2 dollars rises by $0 percent and then falls by $1 percent."
                    + " What is the new price in dollars?",
                "A town of $2 people grows by $0 percent, then shrinks by $1 percent."
                    + " How many people live there now?")
            .with(p, q, price),
        hand -> {
          long up = hand.times("Rise:", price / 10, p / 10);
          long high = hand.sum("", price, up);
          long tenth = hand.over("", high, 10);
          long down = hand.times("Fall:", tenth, q / 10);
          return "" + hand.diff("", high, down);
        },
        p,
        q,
        price);
  }

  private static Exercise workTogether(Draw draw, int level) {
    long a = draw.between(2, 24);
    long b = a + draw.between(1, 24);
    return Exercise.of(
        draw.wording(
                "One pump fills a tank in $0 hours, another in $1 hours."
                    + " How many hours do both need together, as a fraction?",
                "$N paints a fence in $0 hours and a friend needs $1 hours."
                    + " In how many hours, as a fraction, do they paint it together?")
            .with(a, b),
        hand -> {
          long product = hand.times("", a, b);
          long sum = hand.sum("", a, b);
          hand.say("Together: " + Latex.fraction(product, sum));
          return hand.reduce(product, sum);
        },
        a,
        b);
  }

  private static Exercise classAverage(Draw draw, int level) {
    long n = draw.between(2, 9);
    long m = draw.between(2, 9);
    long x = draw.between(5, 12);
    long y = draw.between(13, 25);
    return Exercise.of(
        draw.wording(
                "A group of $0 students has average score $2 and a group of $1 has average $3."
                    + " What is the average of all, as a fraction in lowest terms?",
                "$N takes $0 tests with mean $2 and then $1 tests with mean $3."
                    + " What is the overall mean as a fraction in lowest terms?")
            .with(n, m, x, y),
        hand -> {
          long first = hand.times("", n, x);
          long second = hand.times("", m, y);
          long total = hand.sum("", first, second);
          long count = hand.sum("", n, m);
          hand.say("Average: " + Latex.fraction(total, count));
          return hand.reduce(total, count);
        },
        n,
        m,
        x,
        y);
  }
}
