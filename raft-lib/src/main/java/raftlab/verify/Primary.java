package raftlab.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import raftlab.verify.Cursor.Unparsable;
import raftlab.verify.Node.Bracketed;
import raftlab.verify.Node.Matrix;
import raftlab.verify.Node.Num;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Quantity;
import raftlab.verify.Node.Relation;
import raftlab.verify.Node.Several;
import raftlab.verify.Node.Sym;
import raftlab.verify.Node.Text;

/** Reads what stands by itself: numbers, names, brackets, functions, macros. */
final class Primary {

  private static final Set<String> NO_VALUE =
      Set.of(
          "le",
          "ge",
          "ne",
          "in",
          "to",
          "iff",
          "cup",
          "cap",
          "setminus",
          "pm",
          "mp",
          "and",
          "or",
          "approx",
          "equiv",
          "end",
          "rfloor",
          "rceil",
          "rangle",
          "%",
          "}",
          "\\",
          "",
          "text",
          "choose",
          "cong",
          "mod",
          "pmod");

  private final Parser parser;
  private final Terms terms;
  private final Cursor cursor;
  private final Budget budget;
  private final NumberReader numbers;

  Primary(Parser parser, Terms terms, Cursor cursor, Budget budget) {
    this.parser = parser;
    this.terms = terms;
    this.cursor = cursor;
    this.budget = budget;
    this.numbers = new NumberReader(cursor);
  }

  static boolean startsValue(String macro) {
    return !NO_VALUE.contains(macro);
  }

  Node value() {
    budget.node();
    char c = cursor.peek();
    if (Character.isDigit(c) || c == '.') {
      return numbers.read();
    }
    if (Character.isLetter(c)) {
      return name();
    }
    return switch (c) {
      case '(', '[' -> bracketed(c);
      case '{' -> parser.inner(cursor.inside());
      case '|' -> absolute();
      case '\\' -> macro();
      case '_', '^' -> choices();
      case '€', '£', '¥', '₹' -> {
        cursor.take(String.valueOf(c));
        yield new Quantity(terms.factor(), String.valueOf(c));
      }
      default -> throw new Unparsable();
    };
  }

  /** Digits, letters among them, whose base follows. */
  Node based(String digits) {
    return numbers.based(digits);
  }

  Node plainNumber() {
    return numbers.plain();
  }

  private Node name() {
    String letters = cursor.letters();
    if (Functions.isFunction(letters)) {
      cursor.take(letters);
      return new FunctionReader(parser, terms, cursor).read(letters);
    }
    if (letters.length() == 2 && letters.equals("pi")) {
      cursor.take(letters);
      return new Sym("pi");
    }
    if (letters.length() > 1 && cursor.sees(letters + "_{") && hexadecimal(letters)) {
      cursor.take(letters);
      return numbers.based(letters);
    }
    if (letters.equals("oo")) {
      cursor.take(letters);
      return new Sym("infty");
    }
    if (letters.length() >= 4 || letters.equals("inf")) {
      cursor.take(letters);
      return letters.startsWith("inf") ? new Sym("infty") : words(letters);
    }
    String first = letters.substring(0, 1);
    cursor.at++;
    return subscripted(first);
  }

  /** {@code {}_5C_2} and {@code ^5P_2}: choices and arrangements. */
  private Node choices() {
    cursor.next();
    Node of = cursor.peek() == '{' ? parser.inner(cursor.inside()) : plainOrName();
    char kind = cursor.next();
    if ((kind != 'C' && kind != 'P') || !cursor.take("_")) {
      throw new Unparsable();
    }
    Node chosen = cursor.peek() == '{' ? parser.inner(cursor.inside()) : plainOrName();
    Node choices = Op.of("binom", of, chosen);
    return kind == 'C' ? choices : Op.of("*", choices, Op.of("fact", chosen));
  }

  private Node plainOrName() {
    return Character.isDigit(cursor.peek())
        ? numbers.plain()
        : new Sym(String.valueOf(cursor.next()));
  }

  private static boolean hexadecimal(String letters) {
    return letters.chars().allMatch(c -> c >= 'A' && c <= 'F');
  }

  private Node words(String first) {
    StringBuilder all = new StringBuilder(first);
    while (Character.isLetter(cursor.peek()) && !cursor.sees("and") && !cursor.sees("or")) {
      String next = cursor.letters();
      cursor.at += next.length();
      all.append(' ').append(next);
    }
    return new Text(all.toString());
  }

  /** A name with its subscript and primes. */
  Node subscripted(String name) {
    String whole = name;
    if (cursor.peek() == '_') {
      cursor.take("_");
      if (cursor.peek() == '{') {
        whole += "_" + cursor.group();
      } else {
        whole += "_" + cursor.next();
      }
    }
    if ("fgh".contains(name) && cursor.sees("^{-1}(")) {
      cursor.take("^{-1}");
      whole += "^-1";
    }
    while (cursor.take("'")) {
      whole += "'";
    }
    if (name.equals(whole) && cursor.definition(name)) {
      return new Op("call " + whole, terms.arguments());
    }
    if (("fgh".contains(name)
            || (name.length() == 1 && Character.isUpperCase(name.charAt(0)) && whole.length() > 1))
        && cursor.charAt(0) == '(') {
      return new Op("call " + whole, terms.arguments());
    }
    // what is written I(0) e^{-t} is an initial value; a product with zero nobody writes
    boolean initial = cursor.sees("(0)") && !Evaluation.isConstant(name);
    return initial ? new Op("call " + whole, terms.arguments()) : new Sym(whole);
  }

  private Node bracketed(char open) {
    parser.deeper();
    cursor.take(String.valueOf(open));
    List<Node> parts = parser.items();
    parser.shallower();
    char close = cursor.peek();
    if (close != ')' && close != ']') {
      throw new Unparsable();
    }
    cursor.take(String.valueOf(close));
    boolean group =
        parts.size() == 1
            && !(open == '[' && close == ']' && cursor.done())
            && (open == '(') == (close == ')');
    if (group && cursor.charAt(0) == '_' && parts.get(0) instanceof Num digits) {
      return numbers.based(digits.numeral().value().toString());
    }
    boolean single = parts.size() == 1 && parts.get(0) instanceof Matrix;
    return (group || single) ? parts.get(0) : new Bracketed(open, close, parts);
  }

  private Node absolute() {
    cursor.take("|");
    parser.deeper();
    Node inside = parser.sum();
    parser.shallower();
    if (!cursor.take("|")) {
      throw new Unparsable();
    }
    return Op.of("abs", inside);
  }

  /** A set given by a condition is that condition: {@code {x | x>3}} is x>3. */
  private static boolean described(Node node) {
    return node instanceof Relation || Shapes.alternatives(node);
  }

  /** A brace that is not closed stands before the equations of a system, one below another. */
  private Node system(List<Node> parts) {
    List<Node> equations = new ArrayList<>();
    for (Node part : parts) {
      boolean column = part instanceof Matrix;
      for (List<Node> row : column ? ((Matrix) part).rows() : List.of(List.of(part))) {
        equations.addAll(row);
      }
    }
    if (!cursor.done() || !equations.stream().allMatch(Relation.class::isInstance)) {
      throw new Unparsable();
    }
    return new Several(Several.Kind.LIST, equations);
  }

  private Node macro() {
    if (cursor.take("\\{")) {
      List<Node> parts = cursor.sees("\\}") ? new ArrayList<>() : parser.members();
      if (!cursor.take("\\}")) {
        return system(parts);
      }
      return parts.size() == 1 && described(parts.get(0))
          ? parts.get(0)
          : new Several(Several.Kind.SET, parts);
    }
    if (cursor.take("\\$")) {
      return new Quantity(terms.factor(), "$");
    }
    return new MacroReader(parser, terms, this, cursor).read(cursor.macro());
  }
}
