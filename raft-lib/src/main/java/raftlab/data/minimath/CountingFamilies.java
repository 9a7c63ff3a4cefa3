package raftlab.data.minimath;

import static raftlab.data.minimath.Subject.COUNTING;

import java.util.List;

/** Choices, committees, probabilities and expected values. */
final class CountingFamilies {

  private CountingFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family("choices", COUNTING, 1, 2, CountingFamilies::choices),
        new Family("draw-one", COUNTING, 1, 2, CountingFamilies::drawOne),
        new Family("complement", COUNTING, 1, 1, CountingFamilies::complement),
        new Family("neither", COUNTING, 2, 3, CountingFamilies::neither),
        new Family("codes", COUNTING, 2, 2, CountingFamilies::codes),
        new Family("matches", COUNTING, 3, 3, CountingFamilies::matches),
        new Family("two-draws", COUNTING, 3, 3, CountingFamilies::twoDraws),
        new Family("pair-and-one", COUNTING, 4, 4, CountingFamilies::pairAndOne),
        new Family("without-return", COUNTING, 4, 4, CountingFamilies::withoutReturn),
        new Family("expected-gain", COUNTING, 4, 4, CountingFamilies::expectedGain),
        new Family("at-least-once", COUNTING, 5, 5, CountingFamilies::atLeastOnce),
        new Family("divisible-by-either", COUNTING, 5, 5, CountingFamilies::divisibleByEither),
        new Family("two-committees", COUNTING, 5, 5, CountingFamilies::twoCommittees));
  }

  /** Writes the number of pairs among n and returns it. */
  static long pairs(Hand hand, long n) {
    long ordered = hand.times("", n, n - 1);
    return hand.over("", ordered, 2);
  }

  private static Exercise choices(Draw draw, int level) {
    long a = draw.between(2, level == 1 ? 20 : 12);
    long b = draw.between(2, 12);
    long c = level == 1 ? 1 : draw.between(2, 5);
    String[] two = {
      "$N has $0 shirts and $1 hats. How many outfits of one shirt and one hat are there?",
      "A menu has $0 soups and $1 drinks. In how many ways can one choose one of each?"
    };
    String[] three = {
      "$N has $0 shirts, $1 hats and $2 scarves. How many outfits with one of each are there?",
      "A menu has $0 soups, $1 mains and $2 drinks. In how many ways can one choose one of each?"
    };
    return Exercise.of(
        draw.wording(level == 1 ? two : three).with(a, b, c),
        hand -> {
          long product = hand.times("", a, b);
          return "" + (level == 1 ? product : hand.times("", product, c));
        },
        a,
        b,
        c);
  }

  private static Exercise drawOne(Draw draw, int level) {
    long red = draw.between(2, level == 1 ? 15 : 20);
    long blue = draw.between(2, level == 1 ? 15 : 20);
    long green = level == 1 ? 0 : draw.between(2, 9);
    String others = level == 1 ? "and $1 blue" : ", $1 blue and $2 green";
    String listed = (level == 1 ? "$0 red " : "$0 red") + others;
    return Exercise.of(
        draw.wording(
                "A bag holds " + listed + " marbles. What is the probability to draw a red one?",
                "A box has "
                    + listed
                    + " cards and one is drawn at random."
                    + " What is the probability that it is red?")
            .with(red, blue, green),
        hand -> {
          long total = hand.sum("Total:", red, blue);
          total = level == 1 ? total : hand.sum("", total, green);
          hand.say("Probability: " + Latex.fraction(red, total));
          return hand.reduce(red, total);
        },
        red,
        blue,
        green);
  }

  private static Exercise complement(Draw draw, int level) {
    long d = draw.between(3, 40);
    long n = draw.between(1, d - 1);
    if (Hand.gcd(n, d) > 1) {
      return complement(draw, level);
    }
    return Exercise.of(
        draw.wording(
                "The probability of rain is $0. What is the probability that it does not rain?",
                "$N wins a game with probability $0. What is the probability that $N does not win?")
            .with(Latex.fraction(n, d)),
        hand -> {
          long rest = hand.diff("", d, n);
          hand.say("Probability: " + Latex.fraction(rest, d));
          return hand.reduce(rest, d);
        },
        n,
        d);
  }

  private static Exercise neither(Draw draw, int level) {
    long both = draw.between(2, 9);
    long a = both + draw.between(2, level == 2 ? 9 : 30);
    long b = both + draw.between(2, level == 2 ? 9 : 30);
    long n = a + b - both + draw.between(1, 20);
    return Exercise.of(
        draw.wording(
                "Of $0 students $1 sing, $2 dance and $3 do both. How many do neither?",
                "In a club of $0 people, $1 play chess, $2 play go and $3 play both."
                    + " How many play neither?")
            .with(n, a, b, both),
        hand -> {
          long sum = hand.sum("", a, b);
          long either = hand.diff("", sum, both);
          return "" + hand.diff("", n, either);
        },
        n,
        a,
        b,
        both);
  }

  private static Exercise codes(Draw draw, int level) {
    long letters = draw.between(2, 15);
    long digits = draw.between(3, 12);
    long colors = draw.between(2, 5);
    return Exercise.of(
        draw.wording(
                "A code is one of $0 letters and then one of $1 digits, printed in one of $2 colors."
                    + " How many codes are possible?",
                "A badge shows one of $0 shapes and one of $1 signs in one of $2 colors."
                    + " How many different badges are there?")
            .with(letters, digits, colors),
        hand -> {
          long product = hand.times("", letters, colors);
          return "" + hand.times("", product, digits);
        },
        letters,
        digits,
        colors);
  }

  private static Exercise matches(Draw draw, int level) {
    long n = draw.between(4, 16);
    long m = draw.between(2, 12);
    return Exercise.of(
        draw.wording(
                "Each of $0 teams plays every other team $1 times. How many games are played?",
                "Among $0 people every two exchange $1 letters in all. How many letters is that?")
            .with(n, m),
        hand -> {
          long pairs = pairs(hand, n);
          return "" + hand.times("", pairs, m);
        },
        n,
        m);
  }

  private static Exercise twoDraws(Draw draw, int level) {
    long red = draw.between(2, 12);
    long blue = draw.between(2, 12);
    return Exercise.of(
        draw.wording(
                "A bag holds $0 red and $1 blue balls. One is drawn, put back, and another drawn."
                    + " What is the probability of red, then blue?",
                "A box has $0 red and $1 blue cards. $N draws a card, returns it and draws again."
                    + " What is the probability of red, then blue?")
            .with(red, blue),
        hand -> {
          long total = hand.sum("Total:", red, blue);
          long top = hand.times("", red, blue);
          long bottom = hand.times("", total, total);
          hand.say("Probability: " + Latex.fraction(top, bottom));
          return hand.reduce(top, bottom);
        },
        red,
        blue);
  }

  private static Exercise pairAndOne(Draw draw, int level) {
    long n = draw.between(4, 12);
    long m = draw.between(3, 30);
    return Exercise.of(
        draw.wording(
                "In how many ways can 2 of $0 girls and 1 of $1 boys be chosen?",
                "A team needs 2 of $0 runners and 1 of $1 swimmers. How many teams are possible?",
                "$N picks 2 of $0 books and 1 of $1 games. In how many ways can this be done?")
            .with(n, m),
        hand -> {
          long pairs = pairs(hand, n);
          return "" + hand.times("", pairs, m);
        },
        n,
        m);
  }

  private static Exercise withoutReturn(Draw draw, int level) {
    long red = draw.between(2, 12);
    long blue = draw.between(2, 12);
    return Exercise.of(
        draw.wording(
                "A bag holds $0 red and $1 blue balls and two are drawn without putting back."
                    + " What is the probability that both are red?",
                "From $0 red and $1 blue cards two are drawn at once."
                    + " What is the probability that both are red?")
            .with(red, blue),
        hand -> {
          long total = hand.sum("Total:", red, blue);
          long top = hand.times("", red, red - 1);
          long bottom = hand.times("", total, total - 1);
          hand.say("Probability: " + Latex.fraction(top, bottom));
          return hand.reduce(top, bottom);
        },
        red,
        blue);
  }

  private static Exercise expectedGain(Draw draw, int level) {
    long n = draw.between(3, 10);
    long win = draw.between(2, 30);
    long loss = draw.between(2, 9);
    return Exercise.of(
        draw.wording(
                "A game is won with probability $0. A win pays $1 dollars, otherwise one loses $2."
                    + " What is the expected gain as a fraction in lowest terms?",
                "$N gains $1 points with probability $0 and else loses $2 points."
                    + " What is the expected gain in lowest terms?")
            .with(Latex.fraction(1, n), win, loss),
        hand -> {
          long others = hand.diff("", n, 1);
          long lost = hand.times("", others, loss);
          long gain = hand.diff("", win, lost);
          hand.say("Gain: " + Latex.fraction(gain, n));
          return hand.reduce(gain, n);
        },
        n,
        win,
        loss);
  }

  private static Exercise atLeastOnce(Draw draw, int level) {
    long red = draw.between(2, 12);
    long blue = draw.between(2, 12);
    return Exercise.of(
        draw.wording(
                "A bag holds $0 red and $1 blue balls. Two are drawn, the first being put back."
                    + " What is the probability of at least one red?",
                "A spinner has $0 red and $1 blue fields and is spun twice."
                    + " What is the probability of at least one red?")
            .with(red, blue),
        hand -> {
          long total = hand.sum("Total:", red, blue);
          long bottom = hand.times("", total, total);
          long none = hand.times("None red:", blue, blue);
          long top = hand.diff("At least one:", bottom, none);
          hand.say("Probability: " + Latex.fraction(top, bottom));
          return hand.reduce(top, bottom);
        },
        red,
        blue);
  }

  private static Exercise divisibleByEither(Draw draw, int level) {
    long a = draw.between(2, 6);
    long b = a + draw.between(1, 6);
    long n = draw.between(30, 120);
    if (Hand.gcd(a, b) > 1) {
      return divisibleByEither(draw, level);
    }
    return Exercise.of(
        draw.wording(
                "How many integers from 1 to $0 are divisible by $1 or by $2?",
                "Count the integers from 1 to $0 that are multiples of $1 or of $2.")
            .with(n, a, b),
        hand -> {
          long first = multiples(hand, n, a);
          long second = multiples(hand, n, b);
          long common = hand.times("", a, b);
          long both = multiples(hand, n, common);
          long sum = hand.sum("", first, second);
          return "" + hand.diff("", sum, both);
        },
        n,
        a,
        b);
  }

  private static long multiples(Hand hand, long n, long k) {
    long count = hand.ops().div(n, k);
    hand.say("Multiples of " + k + ": " + count);
    return count;
  }

  private static Exercise twoCommittees(Draw draw, int level) {
    long a = draw.between(4, 10);
    long b = draw.between(4, 10);
    long c = draw.between(2, 9);
    return Exercise.of(
        draw.wording(
                "A group of $0 girls or a group of $1 boys sends 2 of its members, and one of $2"
                    + " teachers goes along. In how many ways?",
                "Two books are taken from one of two shelves with $0 and $1 books, and one of $2"
                    + " maps is added. In how many ways?")
            .with(a, b, c),
        hand -> {
          long first = pairs(hand, a);
          long second = pairs(hand, b);
          long sum = hand.sum("", first, second);
          return "" + hand.times("", sum, c);
        },
        a,
        b,
        c);
  }
}
