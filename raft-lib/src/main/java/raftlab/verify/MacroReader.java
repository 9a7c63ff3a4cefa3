package raftlab.verify;

import java.util.List;
import raftlab.verify.Cursor.Unparsable;
import raftlab.verify.Node.Bracketed;
import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Several;
import raftlab.verify.Node.Sym;
import raftlab.verify.Node.Text;

/** Reads a macro that stands for a value. */
final class MacroReader {

  private final Parser parser;
  private final Terms terms;
  private final Primary primary;
  private final Cursor cursor;

  MacroReader(Parser parser, Terms terms, Primary primary, Cursor cursor) {
    this.parser = parser;
    this.terms = terms;
    this.primary = primary;
    this.cursor = cursor;
  }

  Node read(String name) {
    if (!Primary.startsValue(name) && !name.equals("text")) {
      throw new Unparsable();
    }
    cursor.take("\\" + name);
    if (Functions.isFunction(name) && !name.equals("sqrt")) {
      return new FunctionReader(parser, terms, cursor).read(name);
    }
    return switch (name) {
      case "frac" -> Op.of("frac", argument(), argument());
      case "binom" -> Op.of("binom", argument(), argument());
      case "sqrt" -> root();
      case "text" -> text();
      case "det" -> Op.of("det", terms.factor());
      case "begin" -> EnvironmentReader.read(cursor, parser);
      case "emptyset" -> new Several(Several.Kind.SET, List.of());
      case "mathbb" -> numbers(cursor.group());
      case "lfloor" -> enclosed("floor", "\\rfloor");
      case "lceil" -> enclosed("ceil", "\\rceil");
      case "langle" -> angle();
      case "overline" -> new Op("overline", List.of(argument()));
      case "sum", "prod" -> new FunctionReader(parser, terms, cursor).sum(name);
      case "int", "iint", "lim", "oint", "mathrel" -> throw new Unparsable();
      default -> primary.subscripted(name);
    };
  }

  private Node argument() {
    return parser.inner(cursor.inside());
  }

  private Node root() {
    Node order = null;
    if (cursor.take("[")) {
      order = parser.sum();
      if (!cursor.take("]")) {
        throw new Unparsable();
      }
    }
    Node radicand = cursor.peek() == '{' ? argument() : terms.factor();
    return order == null ? Op.of("sqrt", radicand) : Op.of("root", radicand, order);
  }

  /** Digits and letters with a base after them are a number, as in {@code \\text{AB}_{16}}. */
  private Node text() {
    String words = cursor.group();
    boolean digits = cursor.charAt(0) == '_' && words.chars().allMatch(Character::isLetterOrDigit);
    if (digits) {
      return primary.based(words);
    }
    return Words.plain(words).equals("infinity") ? new Sym("infty") : new Text(words);
  }

  /** The real numbers are an interval, and so are the positive and the negative ones. */
  private Node numbers(String letter) {
    Node infinity = new Sym("infty");
    if (!letter.equals("R")) {
      return new Sym("set " + letter);
    }
    if (cursor.take("^+") || cursor.take("_+") || cursor.take("_{>0}")) {
      return new Bracketed('(', ')', List.of(new Num(Numeral.exact(Rational.ZERO)), infinity));
    }
    Node low = Op.of("neg", infinity);
    if (cursor.take("^-") || cursor.take("_-") || cursor.take("_{<0}")) {
      return new Bracketed('(', ')', List.of(low, new Num(Numeral.exact(Rational.ZERO))));
    }
    return new Bracketed('(', ')', List.of(low, infinity));
  }

  private Node enclosed(String name, String close) {
    Node inside = parser.sum();
    if (!cursor.take(close)) {
      throw new Unparsable();
    }
    return Op.of(name, inside);
  }

  private Node angle() {
    List<Node> parts = parser.items();
    if (!cursor.take("\\rangle")) {
      throw new Unparsable();
    }
    return parts.size() == 1 ? parts.get(0) : new Bracketed('(', ')', parts);
  }
}
