package raftlab.verify;

import java.util.ArrayList;
import java.util.List;
import raftlab.verify.Cursor.Unparsable;
import raftlab.verify.Node.Bracketed;
import raftlab.verify.Node.Clock;
import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Quantity;
import raftlab.verify.Node.Several;

/** Reads quantities: sums with their units and powers of ten in words, and ratios of them. */
final class QuantityReader {

  private final Parser parser;
  private final Cursor cursor;

  QuantityReader(Parser parser, Cursor cursor) {
    this.parser = parser;
    this.cursor = cursor;
  }

  /** Reads a value with or without a unit, several quantities side by side, or a ratio. */
  Node read() {
    Node value = quantity();
    if (value instanceof Quantity first && Units.size(first.unit()) != null) {
      return compound(first);
    }
    return ratioAhead() ? ratio(value) : value;
  }

  /** {@code 2 hours 35 minutes}: several quantities are a list of them, as with "and". */
  private Node compound(Quantity first) {
    List<Node> parts = new ArrayList<>();
    parts.add(first);
    while (Character.isDigit(cursor.peek())) {
      Budget.atMost(parts.size(), Budget.PARTS, "parts");
      parts.add(quantity());
    }
    return parts.size() == 1 ? first : new Several(Several.Kind.LIST, parts);
  }

  private boolean ratioAhead() {
    return (cursor.peek() == ':' && cursor.charAt(1) != '=') || cursor.sees("\\text{to}");
  }

  private boolean takeRatio() {
    return ratioAhead() && (cursor.take(":") || cursor.take("\\text{to}"));
  }

  /** {@code a:b} is a quotient; of more than two parts each is taken over the first. */
  private Node ratio(Node first) {
    if (first instanceof Num num && num.numeral().value().isZero()) {
      throw new Unparsable(); // "if x>0: 1" is no ratio
    }
    List<Node> parts = new ArrayList<>();
    parts.add(first);
    while (takeRatio()) {
      Budget.atMost(parts.size(), Budget.PARTS, "parts");
      Node part = quantity();
      parts.addAll(part instanceof Clock clock ? clock.numbers() : List.of(part));
    }
    if (parts.size() == 2) {
      return Op.of("/", parts.get(0), parts.get(1));
    }
    List<Node> quotients = new ArrayList<>();
    for (Node part : parts.subList(1, parts.size())) {
      quotients.add(Op.of("/", part, first));
    }
    return new Bracketed(':', ':', quotients);
  }

  private Node quantity() {
    Node value = parser.sum();
    if (cursor.take("\\choose")) {
      value = Op.of("binom", value, parser.sum());
    }
    String unit = UnitReader.read(cursor);
    String scale = unit.contains(" ") ? unit.substring(0, unit.indexOf(' ')) : unit;
    int power = Units.powerOfTen(scale);
    if (power == 0) {
      return unit.isEmpty() ? value : new Quantity(value, unit);
    }
    if (value instanceof Quantity money) {
      return new Quantity(NumberReader.scaled(money.value(), power), money.unit());
    }
    Node scaled = NumberReader.scaled(value, power);
    String rest = unit.substring(scale.length()).strip();
    return rest.isEmpty() ? scaled : new Quantity(scaled, Units.standard(rest));
  }
}
