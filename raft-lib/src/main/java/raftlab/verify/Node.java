package raftlab.verify;

import java.util.List;

/** An answer as a tree. */
sealed interface Node {

  /** What the kind is called in a verdict. */
  String type();

  /** A number as written. */
  record Num(Numeral numeral) implements Node {
    @Override
    public String type() {
      return "number";
    }
  }

  /** A variable or constant by its name. */
  record Sym(String name) implements Node {
    @Override
    public String type() {
      return "expression";
    }
  }

  /** An operation ({@code + * / ^ neg deg fact ±}) or a function with its arguments. */
  record Op(String name, List<Node> args) implements Node {
    public Op {
      args = List.copyOf(args);
    }

    static Op of(String name, Node... args) {
      return new Op(name, List.of(args));
    }

    @Override
    public String type() {
      return "expression";
    }
  }

  /** Parts between brackets: a tuple, a point, an interval; the brackets tell which. */
  record Bracketed(char open, char close, List<Node> parts) implements Node {
    public Bracketed {
      parts = List.copyOf(parts);
    }

    boolean pair() {
      return parts.size() == 2;
    }

    @Override
    public String type() {
      return pair() && (open == '[' || close == ']') ? "interval" : "tuple";
    }
  }

  /** Parts without brackets, in braces, or joined by union signs. */
  record Several(Kind kind, List<Node> parts) implements Node {
    enum Kind {
      LIST,
      SET,
      UNION
    }

    public Several {
      parts = List.copyOf(parts);
      Budget.atMost(parts.size(), Budget.PARTS, "parts");
    }

    @Override
    public String type() {
      return kind.name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Rows of equal length. */
  record Matrix(List<List<Node>> rows) implements Node {
    public Matrix {
      rows = rows.stream().map(List::copyOf).toList();
    }

    @Override
    public String type() {
      return "matrix";
    }
  }

  /** A chain of sides with the signs between them. */
  record Relation(List<Node> sides, List<String> signs) implements Node {
    public Relation {
      sides = List.copyOf(sides);
      signs = List.copyOf(signs);
    }

    boolean equation() {
      return signs.stream().allMatch("="::equals);
    }

    @Override
    public String type() {
      return equation() ? "equation" : "inequality";
    }
  }

  /** Words. */
  record Text(String words) implements Node {
    @Override
    public String type() {
      return "text";
    }
  }

  /** A value with a unit, a percent sign, a degree sign or a currency. */
  record Quantity(Node value, String unit) implements Node {
    @Override
    public String type() {
      return unit.equals("%") ? "percent" : "quantity";
    }
  }

  /** Digits in a written base. */
  record Based(String digits, String base) implements Node {
    @Override
    public String type() {
      return "base";
    }
  }

  /** A time of day; the half is {@code am}, {@code pm} or empty. */
  record Clock(int hour, int minute, int second, String half) implements Node {
    /** The ratio that is written in the same way, or null if it can only be a time. */
    Node ratio() {
      if (!half.isEmpty() || minute == 0) {
        return null;
      }
      Node first = integer(hour);
      Node quotient = Op.of("/", first, integer(minute));
      return second == 0
          ? quotient
          : new Bracketed(
              ':',
              ':',
              List.of(Op.of("/", integer(minute), first), Op.of("/", integer(second), first)));
    }

    /** The numbers between the colons. */
    List<Node> numbers() {
      return second == 0
          ? List.of(integer(hour), integer(minute))
          : List.of(integer(hour), integer(minute), integer(second));
    }

    private static Node integer(int value) {
      return new Num(Numeral.exact(Rational.of(value)));
    }

    /** The hour of 24, where the half tells it. */
    int hourOfDay() {
      return switch (half) {
        case "am" -> hour == 12 ? 0 : hour;
        case "pm" -> hour < 12 ? hour + 12 : hour;
        default -> hour;
      };
    }

    @Override
    public String type() {
      return "time";
    }
  }
}
