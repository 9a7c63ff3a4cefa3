package raftlab.data.minimath;

import static raftlab.data.minimath.Subject.GEOMETRY;

import java.util.List;

/** Areas, angles, lengths and coordinates. */
final class GeometryFamilies {

  private GeometryFamilies() {}

  static List<Family> all() {
    return List.of(
        new Family("rectangle-perimeter", GEOMETRY, 1, 1, GeometryFamilies::perimeter),
        new Family("rectangle-area", GEOMETRY, 1, 1, GeometryFamilies::area),
        new Family("third-angle", GEOMETRY, 1, 2, GeometryFamilies::thirdAngle),
        new Family("triangle-area", GEOMETRY, 2, 2, GeometryFamilies::triangleArea),
        new Family("box-volume", GEOMETRY, 2, 2, GeometryFamilies::volume),
        new Family("move-point", GEOMETRY, 2, 2, GeometryFamilies::movePoint),
        new Family("midpoint", GEOMETRY, 3, 3, GeometryFamilies::midpoint),
        new Family("trapezoid-area", GEOMETRY, 3, 3, GeometryFamilies::trapezoid),
        new Family("third-side", GEOMETRY, 3, 3, GeometryFamilies::thirdSide),
        new Family("slope", GEOMETRY, 3, 3, GeometryFamilies::slope),
        new Family("area-from-perimeter", GEOMETRY, 4, 4, GeometryFamilies::fromPerimeter),
        new Family("hypotenuse", GEOMETRY, 4, 4, GeometryFamilies::hypotenuse),
        new Family("box-surface", GEOMETRY, 4, 4, GeometryFamilies::surface),
        new Family("point-distance", GEOMETRY, 5, 5, GeometryFamilies::distance),
        new Family("path-area", GEOMETRY, 5, 5, GeometryFamilies::path),
        new Family("corner-triangle", GEOMETRY, 5, 5, GeometryFamilies::cornerTriangle));
  }

  private static Exercise perimeter(Draw draw, int level) {
    long a = draw.between(3, 30);
    long b = a + draw.between(1, 20);
    return Exercise.of(
        draw.wording(
                "A rectangle is $1 cm long and $0 cm wide. What is its perimeter in cm?",
                "Find the perimeter of a rectangle with sides $0 and $1.",
                "$N walks once around a field of $1 by $0 meters. How many meters is that?")
            .with(a, b),
        hand -> {
          long half = hand.sum("", a, b);
          return "" + hand.times("", half, 2);
        },
        a,
        b);
  }

  private static Exercise area(Draw draw, int level) {
    long a = draw.between(3, 12);
    long b = draw.between(4, 25);
    return Exercise.of(
        draw.wording(
                "A rectangle is $1 cm long and $0 cm wide. What is its area in square cm?",
                "Find the area of a rectangle with sides $0 and $1.",
                "$N paints a wall of $1 by $0 meters. How many square meters is that?")
            .with(a, b),
        hand -> "" + hand.times("", b, a),
        a,
        b);
  }

  private static Exercise thirdAngle(Draw draw, int level) {
    long a = level == 1 ? 5 * draw.between(4, 16) : draw.between(21, 79);
    long b = level == 1 ? draw.between(25, 85) : draw.between(21, 89);
    return Exercise.of(
        draw.wording(
                "Two angles of a triangle are $0 and $1 degrees. How many degrees is the third?",
                "A triangle has angles of $0 and $1 degrees. Find its third angle in degrees.")
            .with(a, b),
        hand -> {
          long sum = hand.sum("", a, b);
          return "" + hand.diff("", 180, sum);
        },
        a,
        b);
  }

  private static Exercise triangleArea(Draw draw, int level) {
    long a = draw.between(3, 25);
    long b = draw.between(3, 12);
    return Exercise.of(
        draw.wording(
                "A triangle has base $0 and height $1. What is its area?",
                "Find the area of a triangle whose base is $0 cm and whose height is $1 cm, in"
                    + " square cm.")
            .with(a, b),
        hand -> {
          long product = hand.times("", a, b);
          return half(hand, product);
        },
        a,
        b);
  }

  /** Writes the half of a number as an integer or a decimal and returns its text. */
  private static String half(Hand hand, long value) {
    String half = Latex.decimal(hand.ops().mul(value, 5), 1);
    hand.say(value + " / 2 = " + half);
    return half;
  }

  private static Exercise volume(Draw draw, int level) {
    long a = draw.between(2, 12);
    long b = draw.between(2, 12);
    long c = draw.between(2, 9);
    return Exercise.of(
        draw.wording(
                "A box is $0 cm long, $1 cm wide and $2 cm high. What is its volume in cubic cm?",
                "Find the volume of a box with edges $0, $1 and $2.")
            .with(a, b, c),
        hand -> {
          long floor = hand.times("", a, b);
          return "" + hand.times("", floor, c);
        },
        a,
        b,
        c);
  }

  private static Exercise movePoint(Draw draw, int level) {
    long x = draw.signed(15);
    long y = draw.signed(15);
    long right = draw.between(1, 20);
    long down = draw.between(1, 20);
    return Exercise.of(
        draw.wording(
                "The point $0 is moved $1 to the right and $2 down. What is its new position?",
                "Where is the point $0 after a shift by $1 to the right and by $2 down?")
            .with(Latex.pair(x, y), right, down),
        hand -> {
          long newX = hand.sum("", x, right);
          long newY = hand.diff("", y, down);
          return hand.pair(newX, newY);
        },
        x,
        y,
        right,
        down);
  }

  private static Exercise midpoint(Draw draw, int level) {
    long x1 = draw.signed(15);
    long y1 = draw.signed(15);
    long x2 = x1 + 2 * draw.signed(9);
    long y2 = y1 + 2 * draw.signed(9);
    return Exercise.of(
        draw.wording(
                "What is the midpoint of $0 and $1?",
                "Find the point halfway between $0 and $1.",
                "A segment joins $0 and $1. What is its midpoint?")
            .with(Latex.pair(x1, y1), Latex.pair(x2, y2)),
        hand -> {
          long x = hand.over("", hand.sum("", x1, x2), 2);
          long y = hand.over("", hand.sum("", y1, y2), 2);
          return hand.pair(x, y);
        },
        x1,
        y1,
        x2,
        y2);
  }

  private static Exercise trapezoid(Draw draw, int level) {
    long a = draw.between(3, 20);
    long b = a + draw.between(1, 15);
    long h = draw.between(3, 12);
    return Exercise.of(
        draw.wording(
                "A trapezoid has parallel sides $0 and $1 and height $2. What is its area?",
                "Find the area of a trapezoid with bases $0 and $1 and height $2.")
            .with(a, b, h),
        hand -> {
          long sum = hand.sum("", a, b);
          long product = hand.times("", sum, h);
          return half(hand, product);
        },
        a,
        b,
        h);
  }

  private static Exercise thirdSide(Draw draw, int level) {
    long a = draw.between(3, 40);
    long b = a + draw.between(1, 40);
    return Exercise.of(
        draw.wording(
                "Two sides of a triangle are $0 and $1. In which open interval is the third side?",
                "A triangle has sides $0, $1 and x. Give the interval of all possible x.")
            .with(a, b),
        hand -> {
          long low = hand.diff("More than", b, a);
          long high = hand.sum("Less than", a, b);
          return "(" + low + ", " + high + ")";
        },
        a,
        b);
  }

  private static Exercise slope(Draw draw, int level) {
    long x1 = draw.signed(9);
    long y1 = draw.signed(9);
    long x2 = x1 + draw.between(2, 12);
    long y2 = y1 + draw.signed(12);
    return Exercise.of(
        draw.wording(
                "What is the slope of the line through $0 and $1 in lowest terms?",
                "A line passes through $0 and $1. Find its slope in lowest terms.")
            .with(Latex.pair(x1, y1), Latex.pair(x2, y2)),
        hand -> {
          long rise = hand.diff("Rise:", y2, y1);
          long run = hand.diff("Run:", x2, x1);
          hand.say("Slope: " + Latex.fraction(rise, run));
          return hand.reduce(rise, run);
        },
        x1,
        y1,
        x2,
        y2);
  }

  private static Exercise fromPerimeter(Draw draw, int level) {
    long a = draw.between(3, 12);
    long b = draw.between(5, 40);
    long p = 2 * (a + b);
    return Exercise.of(
        draw.wording(
                "A rectangle has perimeter $1 and one side $0. What is its area?",
                "$N fences a rectangular garden with $1 meters of wire, one side being $0 meters."
                    + " What is its area in square meters?")
            .with(a, p),
        hand -> {
          long half = hand.over("", p, 2);
          long other = hand.diff("Other side:", half, a);
          return "" + hand.times("Area:", other, a);
        },
        a,
        p);
  }

  private static Exercise hypotenuse(Draw draw, int level) {
    long factor = draw.between(1, 4);
    long a = factor * draw.between(2, 8);
    long b = factor * draw.between(2, 8);
    return Exercise.of(
        draw.wording(
                "A right triangle has legs $0 and $1. How long is the hypotenuse in simplest form?",
                "A rectangle has sides $0 and $1. How long is its diagonal in simplest form?",
                "A ladder reaches $1 meters up a wall and stands $0 meters away from it."
                    + " How long is the ladder in simplest form?")
            .with(a, b),
        hand -> {
          long first = hand.times("", a, a);
          long second = hand.times("", b, b);
          long square = hand.sum("", first, second);
          hand.say("The length is \\sqrt{" + square + "}");
          return hand.root(square);
        },
        a,
        b);
  }

  private static Exercise surface(Draw draw, int level) {
    long a = draw.between(2, 12);
    long b = draw.between(2, 12);
    long c = draw.between(2, 12);
    return Exercise.of(
        draw.wording(
                "A box has edges $0, $1 and $2. What is its surface area?",
                "How many square cm of paper cover a box of $0 by $1 by $2 cm exactly?")
            .with(a, b, c),
        hand -> {
          long first = hand.times("", a, b);
          long second = hand.times("", a, c);
          long third = hand.times("", b, c);
          long sum = hand.sum("", hand.sum("", first, second), third);
          return "" + hand.times("", sum, 2);
        },
        a,
        b,
        c);
  }

  private static Exercise distance(Draw draw, int level) {
    long factor = draw.between(1, 3);
    long dx = factor * draw.signed(5);
    long dy = factor * draw.signed(5);
    long x = draw.between(-9, 9);
    long y = draw.between(-9, 9);
    return Exercise.of(
        draw.wording(
                "What is the distance between $0 and $1 in simplest form?",
                "How long is the segment from $0 to $1 in simplest radical form?")
            .with(Latex.pair(x, y), Latex.pair(x + dx, y + dy)),
        hand -> {
          long across = hand.diff("", x + dx, x);
          long up = hand.diff("", y + dy, y);
          long first = hand.times("", across, across);
          long second = hand.times("", up, up);
          long square = hand.sum("", first, second);
          hand.say("The length is \\sqrt{" + square + "}");
          return hand.root(square);
        },
        x,
        y,
        x + dx,
        y + dy);
  }

  private static Exercise path(Draw draw, int level) {
    long a = draw.between(5, 20);
    long b = draw.between(5, 12);
    long w = draw.between(2, 5);
    return Exercise.of(
        draw.wording(
                "A garden of $0 by $1 meters has a path $2 meters wide all around it, outside."
                    + " What is the area of the path in square meters?",
                "A picture of $0 by $1 cm has a frame $2 cm wide on all sides, outside the picture."
                    + " What is the area of the frame in square cm?")
            .with(a, b, w),
        hand -> {
          long both = hand.times("", 2, w);
          long length = hand.sum("", a, both);
          long width = hand.sum("", b, both);
          long outer = hand.times("Outer:", length, width);
          long inner = hand.times("Inner:", a, b);
          return "" + hand.diff("", outer, inner);
        },
        a,
        b,
        w);
  }

  private static Exercise cornerTriangle(Draw draw, int level) {
    long x1 = draw.between(2, 12);
    long y1 = draw.signed(6);
    long x2 = draw.between(1, 9);
    long y2 = draw.between(4, 12);
    if (x1 * y2 <= x2 * y1) {
      return cornerTriangle(draw, level);
    }
    return Exercise.of(
        draw.wording(
                "A triangle has corners (0, 0), $0 and $1. What is its area?",
                "Find the area of the triangle with vertices (0, 0), $0 and $1.")
            .with(Latex.pair(x1, y1), Latex.pair(x2, y2)),
        hand -> {
          long first = hand.times("", x1, y2);
          long second = hand.times("", x2, y1);
          long difference = hand.diff("", first, second);
          return half(hand, difference);
        },
        x1,
        y1,
        x2,
        y2);
  }
}
