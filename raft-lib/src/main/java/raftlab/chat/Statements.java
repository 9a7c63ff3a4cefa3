package raftlab.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import raftlab.chat.Piece.Kind;

/** Parses statements: text, output, if, for, set, macro, break, continue, generation. */
final class Statements {

  private final Parser parser;
  private final Expressions expressions;
  private int depth;

  Statements(Parser parser) {
    this.parser = parser;
    this.expressions = new Expressions(parser);
  }

  /** Parses the whole template. */
  Statement whole() {
    Statement all = until(Set.of());
    if (parser.peek().kind() != Kind.END) {
      throw parser.broken("unexpected " + parser.peekSecond().text());
    }
    return all;
  }

  /** Parses up to a block that begins with one of the words, whose name is the next piece. */
  private Statement until(Set<String> words) {
    if (++depth > 100) {
      throw parser.broken("blocks are nested more than 100 deep");
    }
    List<Statement> parts = new ArrayList<>();
    while (parser.peek().kind() != Kind.END) {
      Piece piece = parser.peek();
      if (piece.kind() == Kind.BLOCK_BEGIN && words.contains(parser.peekSecond().text())) {
        parser.next();
        break;
      }
      parser.next();
      switch (piece.kind()) {
        case TEXT -> parts.add((scope, out) -> out.write(piece.text()));
        case PRINT_BEGIN -> parts.add(print());
        case BLOCK_BEGIN -> parts.add(block());
        default -> throw parser.broken("unexpected " + piece.text());
      }
    }
    depth--;
    return (scope, out) -> parts.forEach(part -> part.render(scope, out));
  }

  private Statement print() {
    Expression value = expressions.any();
    parser.expect(Kind.PRINT_END);
    return (scope, out) -> out.write(Values.text(value.value(scope)));
  }

  private Statement block() {
    String word = parser.name();
    return switch (word) {
      case "if" -> condition();
      case "for" -> loop();
      case "set" -> assignment();
      case "macro" -> macro();
      case "generation" -> generation();
      case "break" -> jump(LoopJump.BREAK);
      case "continue" -> jump(LoopJump.CONTINUE);
      default -> throw parser.broken("the block \"" + word + "\" is not known");
    };
  }

  private Statement jump(LoopJump jump) {
    parser.expect(Kind.BLOCK_END);
    return (scope, out) -> {
      throw jump.signal();
    };
  }

  private void end(String word) {
    if (!parser.takeName(word)) {
      throw parser.broken("expected " + word);
    }
    parser.expect(Kind.BLOCK_END);
  }

  private Statement generation() {
    parser.expect(Kind.BLOCK_END);
    Statement body = until(Set.of("endgeneration"));
    end("endgeneration");
    return body;
  }

  private Statement condition() {
    Expression test = expressions.any();
    parser.expect(Kind.BLOCK_END);
    Statement then = until(Set.of("elif", "else", "endif"));
    Statement otherwise = (scope, out) -> {};
    if (parser.takeName("elif")) {
      otherwise = condition();
    } else if (parser.takeName("else")) {
      parser.expect(Kind.BLOCK_END);
      otherwise = until(Set.of("endif"));
      end("endif");
    } else {
      end("endif");
    }
    Statement last = otherwise;
    return (scope, out) -> {
      out.step();
      (Values.truth(test.value(scope)) ? then : last).render(scope, out);
    };
  }

  private Statement loop() {
    List<String> names = new ArrayList<>(List.of(parser.name()));
    while (parser.take(",")) {
      names.add(parser.name());
    }
    if (!parser.takeName("in")) {
      throw parser.broken("expected in");
    }
    Expression source = expressions.either();
    Expression filter = parser.takeName("if") ? expressions.any() : scope -> true;
    parser.expect(Kind.BLOCK_END);
    Statement body = until(Set.of("else", "endfor"));
    Statement otherwise = (scope, out) -> {};
    if (parser.takeName("else")) {
      parser.expect(Kind.BLOCK_END);
      otherwise = until(Set.of("endfor"));
    }
    end("endfor");
    return new Loop(names, source, filter, body, otherwise);
  }

  private Statement assignment() {
    List<String> names = new ArrayList<>(List.of(parser.name()));
    String attribute = parser.take(".") ? parser.name() : null;
    while (parser.take(",")) {
      names.add(parser.name());
    }
    if (parser.peek().kind() == Kind.BLOCK_END) {
      return captured(names.get(0));
    }
    parser.expect("=");
    Expression value = expressions.any();
    parser.expect(Kind.BLOCK_END);
    if (attribute != null) {
      return (scope, out) -> put(scope.get(names.get(0)), attribute, value.value(scope));
    }
    return (scope, out) -> Loop.assign(scope, names, value.value(scope));
  }

  private Statement captured(String name) {
    parser.expect(Kind.BLOCK_END);
    Statement body = until(Set.of("endset"));
    end("endset");
    return (scope, out) -> {
      Output inner = out.inner();
      body.render(new Scope(scope), inner);
      scope.set(name, inner.toString());
    };
  }

  @SuppressWarnings("unchecked") // every map of a template has text keys
  private static void put(Object target, String attribute, Object value) {
    if (!(target instanceof Namespace)) {
      throw Broken.rendering("only a namespace's attributes can be set");
    }
    ((Map<String, Object>) target).put(attribute, value);
  }

  private Statement macro() {
    String name = parser.name();
    parser.expect("(");
    Map<String, Expression> parameters = new LinkedHashMap<>();
    while (!parser.take(")")) {
      String parameter = parser.name();
      parameters.put(
          parameter, parser.take("=") ? expressions.any() : scope -> Undefined.named(parameter));
      parser.take(",");
    }
    parser.expect(Kind.BLOCK_END);
    Statement body = until(Set.of("endmacro"));
    end("endmacro");
    return (scope, out) -> scope.set(name, new Macro(scope, out, parameters, body));
  }
}
