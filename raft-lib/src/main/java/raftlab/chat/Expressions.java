package raftlab.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import raftlab.chat.Piece.Kind;

/** Parses operators by descent, one method per level of binding, loosest first. */
final class Expressions {

  private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");
  private static final Set<String> PRODUCTS = Set.of("*", "/", "//", "%");

  private final Parser parser;
  private final Operands operands;
  private int depth;

  Expressions(Parser parser) {
    this.parser = parser;
    this.operands = new Operands(parser, this);
  }

  /** Parses values between commas, which are one tuple, or a single value. */
  Expression listed() {
    Expression first = any();
    if (!parser.atOperator(",")) {
      return first;
    }
    List<Expression> parts = new ArrayList<>(List.of(first));
    while (parser.take(",")) {
      if (parser.peek().kind() == Kind.BLOCK_END || parser.peek().kind() == Kind.PRINT_END) {
        break;
      }
      parts.add(any());
    }
    return Operands.tuple(parts);
  }

  /** Parses filters as a block names them, applied to the value given. */
  Expression chain(Expression start) {
    return operands.chain(start);
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
      Expression inner = nested(this::negated);
      return scope -> !Values.truth(inner.value(scope));
    }
    return compared();
  }

  private Expression compared() {
    Expression first = sum();
    List<String> operators = new ArrayList<>();
    List<Expression> others = new ArrayList<>();
    for (String operator = comparison(); operator != null; operator = comparison()) {
      operators.add(operator);
      others.add(sum());
    }
    return operators.isEmpty() ? first : scope -> chained(first, operators, others, scope);
  }

  /** Compares as Python does: a &lt; b &lt; c means that both hold. */
  private static Object chained(
      Expression first, List<String> operators, List<Expression> others, Scope scope) {
    Object left = first.value(scope);
    for (int i = 0; i < operators.size(); i++) {
      Object right = others.get(i).value(scope);
      if (!Values.truth(Arithmetic.of(operators.get(i), left, right))) {
        return false;
      }
      left = right;
    }
    return true;
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
    Expression left = power();
    while (parser.peek().kind() == Kind.OPERATOR && PRODUCTS.contains(parser.peek().text())) {
      left = binary(parser.next().text(), left, power());
    }
    return left;
  }

  private Expression power() {
    Expression left = signed(true);
    while (parser.take("**")) {
      left = binary("**", left, signed(true));
    }
    return left;
  }

  /** A sign binds to the value before filters do, as in Jinja. */
  private Expression signed(boolean filtered) {
    Expression value;
    if (parser.take("-")) {
      Expression inner = nested(() -> signed(false));
      value = scope -> Arithmetic.of("-", 0L, inner.value(scope));
    } else if (parser.take("+")) {
      value = nested(() -> signed(false));
    } else {
      value = operands.primary();
    }
    Expression looked = operands.postfix(value);
    return filtered ? operands.filtered(looked) : looked;
  }

  private Expression nested(java.util.function.Supplier<Expression> inner) {
    if (++depth > 100) {
      throw parser.broken("an expression is nested more than 100 deep");
    }
    Expression parsed = inner.get();
    depth--;
    return parsed;
  }

  private static Expression binary(String operator, Expression a, Expression b) {
    return scope -> Arithmetic.of(operator, a.value(scope), b.value(scope));
  }
}
