package raftlab.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import raftlab.chat.Piece.Kind;

/** Parses expressions by descent, one method per level of binding, loosest first. */
final class Expressions {

  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");

  private final Parser parser;
  private int depth;

  Expressions(Parser parser) {
    this.parser = parser;
  }

  Expression any() {
    if (++depth > 100) {
      throw parser.broken("an expression is nested more than 100 deep");
    }
    Expression first = either();
    while (parser.takeName("if")) {
      Expression then = first;
      Expression condition = either();
      Expression otherwise = parser.takeName("else") ? any() : scope -> Undefined.named("else");
      first =
          scope ->
              Values.truth(condition.value(scope)) ? then.value(scope) : otherwise.value(scope);
    }
    depth--;
    return first;
  }

  /** Parses a loop's source, where {@code if} belongs to the loop. */
  Expression either() {
    Expression left = both();
    while (parser.takeName("or")) {
      Expression a = left;
      Expression b = both();
      left =
          scope -> {
            Object value = a.value(scope);
            return Values.truth(value) ? value : b.value(scope);
          };
    }
    return left;
  }

  private Expression both() {
    Expression left = negated();
    while (parser.takeName("and")) {
      Expression a = left;
      Expression b = negated();
      left =
          scope -> {
            Object value = a.value(scope);
            return Values.truth(value) ? b.value(scope) : value;
          };
    }
    return left;
  }

  private Expression negated() {
    if (parser.takeName("not")) {
      Expression inner = negated();
      return scope -> !Values.truth(inner.value(scope));
    }
    return compared();
  }

  private Expression compared() {
    Expression left = sum();
    while (true) {
      String operator = comparison();
      if (operator == null) {
        return left;
      }
      left = binary(operator, left, sum());
    }
  }

  private String comparison() {
    Piece piece = parser.peek();
    if (piece.kind() == Kind.OPERATOR && COMPARISONS.contains(piece.text())) {
      return parser.next().text();
    }
    if (parser.takeName("in")) {
      return "in";
    }
    if (parser.atName("not") && parser.peekSecond().is(Kind.NAME, "in")) {
      parser.next();
      parser.next();
      return "not in";
    }
    return null;
  }

  private Expression sum() {
    Expression left = joined();
    while (parser.atOperator("+") || parser.atOperator("-")) {
      left = binary(parser.next().text(), left, joined());
    }
    return left;
  }

  private Expression joined() {
    Expression left = product();
    while (parser.atOperator("~")) {
      left = binary(parser.next().text(), left, product());
    }
    return left;
  }

  private Expression product() {
    Expression left = signed();
    while (parser.atOperator("*")
        || parser.atOperator("/")
        || parser.atOperator("//")
        || parser.atOperator("%")) {
      left = binary(parser.next().text(), left, signed());
    }
    return left;
  }

  private Expression signed() {
    if (parser.take("-")) {
      Expression inner = signed();
      return scope -> Arithmetic.of("-", 0L, inner.value(scope));
    }
    if (parser.take("+")) {
      return signed();
    }
    Expression base = postfix(primary());
    return parser.take("**") ? binary("**", base, signed()) : base;
  }

  private static Expression binary(String operator, Expression a, Expression b) {
    return scope -> Arithmetic.of(operator, a.value(scope), b.value(scope));
  }

  private Expression primary() {
    Piece piece = parser.next();
    switch (piece.kind()) {
      case STRING -> {
        StringBuilder text = new StringBuilder(piece.text());
        while (parser.peek().kind() == Kind.STRING) {
          text.append(parser.next().text());
        }
        return constant(text.toString());
      }
      case NUMBER -> {
        return constant(number(piece.text()));
      }
      case NAME -> {
        return named(piece.text());
      }
      default -> {
        return bracketed(piece);
      }
    }
  }

  private Object number(String text) {
    try {
      if (text.contains(".")) {
        return Double.parseDouble(text);
      }
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw parser.broken("the number " + text + " is too long");
    }
  }

  private static Expression constant(Object value) {
    return scope -> value;
  }

  private static Expression named(String name) {
    return switch (name) {
      case "true", "True" -> constant(true);
      case "false", "False" -> constant(false);
      case "none", "None" -> constant(None.NONE);
      default -> scope -> scope.get(name);
    };
  }

  private Expression bracketed(Piece piece) {
    if (piece.is(Kind.OPERATOR, "(")) {
      List<Expression> inner = until(")");
      return inner.size() == 1 ? inner.get(0) : listOf(inner);
    }
    if (piece.is(Kind.OPERATOR, "[")) {
      return listOf(until("]"));
    }
    if (piece.is(Kind.OPERATOR, "{")) {
      return dictionary();
    }
    throw parser.broken("unexpected " + (piece.text().isEmpty() ? "end of a tag" : piece.text()));
  }

  private List<Expression> until(String close) {
    List<Expression> all = new ArrayList<>();
    while (!parser.take(close)) {
      all.add(any());
      if (!parser.take(",")) {
        parser.expect(close);
        break;
      }
    }
    return all;
  }

  private static Expression listOf(List<Expression> parts) {
    return scope -> {
      List<Object> values = new ArrayList<>();
      parts.forEach(part -> values.add(part.value(scope)));
      return values;
    };
  }

  private Expression dictionary() {
    Map<Expression, Expression> parts = new LinkedHashMap<>();
    while (!parser.take("}")) {
      Expression key = any();
      parser.expect(":");
      parts.put(key, any());
      if (!parser.take(",")) {
        parser.expect("}");
        break;
      }
    }
    return scope -> {
      Map<String, Object> values = new LinkedHashMap<>();
      parts.forEach((k, v) -> values.put(Values.text(k.value(scope)), v.value(scope)));
      return values;
    };
  }

  private Expression postfix(Expression start) {
    Expression left = start;
    while (true) {
      if (parser.take(".")) {
        left = Access.attribute(left, parser.name());
      } else if (parser.take("[")) {
        left = subscript(left);
      } else if (parser.take("(")) {
        left = Access.call(left, arguments());
      } else if (parser.take("|")) {
        left = filter(left);
      } else if (parser.takeName("is")) {
        left = test(left);
      } else {
        return left;
      }
    }
  }

  private Expression subscript(Expression left) {
    Expression[] bounds = new Expression[3];
    int part = 0;
    boolean slice = false;
    while (!parser.take("]")) {
      if (parser.take(":")) {
        slice = true;
        part++;
      } else {
        bounds[Math.min(part, 2)] = any();
      }
      if (part > 2) {
        throw parser.broken("a slice has too many parts");
      }
    }
    return slice
        ? Access.slice(left, bounds[0], bounds[1], bounds[2])
        : Access.item(left, bounds[0]);
  }

  private Arguments arguments() {
    Arguments arguments = new Arguments();
    while (!parser.take(")")) {
      if (parser.peek().kind() == Kind.NAME && parser.peekSecond().is(Kind.OPERATOR, "=")) {
        String name = parser.name();
        parser.expect("=");
        arguments.named().put(name, any());
      } else {
        arguments.plain().add(any());
      }
      if (!parser.take(",")) {
        parser.expect(")");
        break;
      }
    }
    return arguments;
  }

  private Expression filter(Expression left) {
    String name = parser.name();
    Arguments arguments = parser.take("(") ? arguments() : new Arguments();
    if (!Filters.KNOWN.contains(name)) {
      throw parser.broken("the filter \"" + name + "\" is not known");
    }
    return scope ->
        Filters.apply(
            name, left.value(scope), arguments.values(scope), arguments.namedValues(scope));
  }

  private Expression test(Expression left) {
    boolean negated = parser.takeName("not");
    String name = parser.name();
    if (!Tests.KNOWN.contains(name)) {
      throw parser.broken("the test \"" + name + "\" is not known");
    }
    Expression argument = Tests.TAKES_ONE.contains(name) ? primary() : constant(None.NONE);
    return scope -> negated != Tests.holds(name, left.value(scope), argument.value(scope));
  }
}
