package raftlab.chat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import raftlab.chat.Piece.Kind;

/** Parses the blocks that name something or catch what is written: set, macro, call and others. */
final class Blocks {

  private final Parser parser;
  private final Expressions expressions;
  private final Statements statements;

  Blocks(Parser parser, Expressions expressions, Statements statements) {
    this.parser = parser;
    this.expressions = expressions;
    this.statements = statements;
  }

  /** Parses a block whose word has been read. */
  Statement named(String word, Piece place) {
    return switch (word) {
      case "set" -> assignment();
      case "macro" -> macro();
      case "call" -> call();
      case "filter" -> filter();
      case "with" -> with();
      case "generation" -> generation();
      default -> throw parser.broken(place, "the block \"" + word + "\" is not known");
    };
  }

  private Statement assignment() {
    Target target = Target.parse(parser);
    if (parser.take("=")) {
      Expression value = expressions.listed();
      parser.expect(Kind.BLOCK_END);
      return (scope, out) -> target.assign(scope, value.value(scope));
    }
    Captured captured = new Captured();
    Expression value = parser.take("|") ? expressions.chain(captured) : captured;
    captured.body = inside("endset");
    return (scope, out) -> target.assign(scope, captured.filtered(value, scope, out));
  }

  private Statement filter() {
    Captured captured = new Captured();
    Expression value = expressions.chain(captured);
    captured.body = inside("endfilter");
    return (scope, out) -> out.write(Values.text(captured.filtered(value, scope, out)));
  }

  /** What a block's body writes, as a value that filters can be applied to. */
  private static final class Captured implements Expression {

    private static final String NAME = " written ";

    private Statement body;

    @Override
    public Object value(Scope scope) {
      return scope.get(NAME);
    }

    Object filtered(Expression value, Scope scope, Output out) {
      Output inner = out.inner();
      body.render(new Scope(scope), inner);
      Scope holder = new Scope(scope);
      holder.set(NAME, inner.toString());
      return value.value(holder);
    }
  }

  /** Parses a body, in which an unknown filter is an error whether it is reached or not. */
  private Statement inside(String end) {
    parser.expect(Kind.BLOCK_END);
    boolean before = parser.conditional(false);
    Statement body = statements.body(end);
    parser.conditional(before);
    return body;
  }

  private Statement generation() {
    Statement body = inside("endgeneration");
    // As a call block in transformers, it keeps the names that are set inside to itself.
    return (scope, out) -> body.render(new Scope(scope), out);
  }

  private Statement with() {
    List<Target> targets = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    while (parser.peek().kind() != Kind.BLOCK_END) {
      String name = parser.name();
      targets.add((scope, value) -> scope.set(name, value));
      parser.expect("=");
      values.add(expressions.any());
      parser.take(",");
    }
    Statement body = inside("endwith");
    return (scope, out) -> {
      Scope inner = new Scope(scope);
      for (int i = 0; i < targets.size(); i++) {
        targets.get(i).assign(inner, values.get(i).value(scope));
      }
      body.render(inner, out);
    };
  }

  private Map<String, Expression> parameters() {
    Map<String, Expression> parameters = new LinkedHashMap<>();
    while (!parser.take(")")) {
      String parameter = parser.name();
      parameters.put(
          parameter, parser.take("=") ? expressions.any() : scope -> Undefined.named(parameter));
      if (!parser.take(",")) {
        parser.expect(")");
        break;
      }
    }
    return parameters;
  }

  private Statement macro() {
    String name = parser.name();
    parser.expect("(");
    Map<String, Expression> parameters = parameters();
    Body body = body("endmacro");
    return (scope, out) ->
        scope.set(name, new Macro(name, scope, out, parameters, body.uses(), body.statement()));
  }

  private Statement call() {
    Map<String, Expression> parameters = parser.take("(") ? parameters() : Map.of();
    Piece place = parser.peek();
    Expression called = expressions.any();
    if (!(called instanceof Call call)) {
      throw parser.broken(place, "a call block calls nothing");
    }
    Body body = body("endcall");
    return (scope, out) -> {
      Macro caller = new Macro("caller", scope, out, parameters, body.uses(), body.statement());
      out.write(Values.text(call.value(scope, caller)));
    };
  }

  /** A macro's body with the names that it uses. */
  private record Body(Statement statement, Set<String> uses) {}

  private Body body(String end) {
    Set<String> outer = new HashSet<>(parser.names());
    parser.names().clear();
    Statement statement = inside(end);
    Set<String> uses = Set.copyOf(parser.names());
    parser.names().addAll(outer);
    return new Body(statement, uses);
  }
}
