package raftlab.chat;

import java.util.List;
import java.util.Set;
import raftlab.chat.Piece.Kind;

/** Parses what follows a value: attributes, items, slices, calls, filters and tests. */
final class Suffixes {

  private static final Set<String> NO_ARGUMENT = Set.of("else", "or", "and", "is");

  private final Parser parser;
  private final Expressions expressions;
  private final Operands operands;

  Suffixes(Parser parser, Expressions expressions, Operands operands) {
    this.parser = parser;
    this.expressions = expressions;
    this.operands = operands;
  }

  Expression postfix(Expression start) {
    Expression left = start;
    while (true) {
      if (parser.take(".")) {
        left = dotted(left);
      } else if (parser.take("[")) {
        left = subscript(left);
      } else if (parser.take("(")) {
        left = new Call(left, arguments());
      } else {
        return left;
      }
    }
  }

  Expression filtered(Expression start) {
    Expression left = start;
    while (true) {
      if (parser.take("|")) {
        left = filter(left);
      } else if (parser.takeName("is")) {
        left = test(left);
      } else if (parser.take("(")) {
        left = new Call(left, arguments());
      } else {
        return left;
      }
    }
  }

  private Expression dotted(Expression left) {
    if (parser.peek().kind() == Kind.NUMBER) {
      Long place = Long.valueOf(parser.next().text());
      return scope -> Access.item(left.value(scope), place);
    }
    String name = parser.name();
    return scope -> Access.attribute(left.value(scope), name);
  }

  private Expression subscript(Expression left) {
    Expression[] bounds = new Expression[3];
    int part = 0;
    boolean slice = false;
    while (!parser.take("]")) {
      if (parser.take(":")) {
        slice = true;
        part++;
      } else if (part > 2 || bounds[part] != null) {
        throw parser.broken("expected ]");
      } else {
        bounds[part] = expressions.any();
      }
    }
    if (part > 2 || (!slice && bounds[0] == null)) {
      throw parser.broken("a slice has too many parts or none");
    }
    Expression key = bounds[0];
    return slice
        ? Access.slice(left, bounds[0], bounds[1], bounds[2])
        : scope -> Access.item(left.value(scope), key.value(scope));
  }

  private Arguments arguments() {
    Arguments arguments = new Arguments();
    while (!parser.take(")")) {
      if (parser.peek().kind() == Kind.NAME && parser.peekSecond().is(Kind.OPERATOR, "=")) {
        String name = parser.name();
        parser.expect("=");
        arguments.named().put(name, expressions.any());
      } else if (parser.take("*") || parser.take("**")) {
        arguments.spread().add(expressions.any());
      } else {
        arguments.plain().add(expressions.any());
      }
      if (!parser.take(",")) {
        parser.expect(")");
        break;
      }
    }
    return arguments;
  }

  private Expression filter(Expression left) {
    Piece place = parser.peek();
    String name = parser.name();
    Arguments arguments = parser.take("(") ? arguments() : new Arguments();
    Filter filter = Filters.find(name);
    if (filter == null) {
      return unknown(place, "the filter \"" + name + "\" is not known");
    }
    return scope -> filter.apply(left.value(scope), arguments.values(scope));
  }

  private Expression test(Expression left) {
    boolean negated = parser.takeName("not");
    Piece place = parser.peek();
    String name = parser.name();
    Arguments arguments = new Arguments();
    if (parser.take("(")) {
      arguments = arguments();
    } else if (beginsArgument()) {
      arguments.plain().add(operands.postfix(operands.primary()));
    }
    Arguments given = arguments;
    Tests.Test test = Tests.find(name);
    if (test == null) {
      return unknown(place, "the test \"" + name + "\" is not known");
    }
    return scope -> negated != test.holds(left.value(scope), given.values(scope));
  }

  private boolean beginsArgument() {
    Piece piece = parser.peek();
    return switch (piece.kind()) {
      case NAME -> !NO_ARGUMENT.contains(piece.text()) && !isCondition(piece);
      case STRING, NUMBER, REAL -> true;
      case OPERATOR -> piece.text().equals("[") || piece.text().equals("{");
      default -> false;
    };
  }

  /** After a test, {@code if} and {@code in} go on with the expression around it. */
  private static boolean isCondition(Piece piece) {
    return List.of("if", "in", "not", "recursive").contains(piece.text());
  }

  /** As in Jinja, what is unknown inside a condition is an error only if it is reached. */
  private Expression unknown(Piece place, String fault) {
    if (!parser.isConditional()) {
      throw parser.broken(place, fault);
    }
    return scope -> {
      throw Broken.rendering(fault);
    };
  }

  /** Parses the filters of a block, the first of which has no {@code |} before it. */
  Expression chain(Expression start) {
    Expression left = filter(start);
    while (parser.take("|")) {
      left = filter(left);
    }
    return left;
  }
}
