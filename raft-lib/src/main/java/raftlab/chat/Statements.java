package raftlab.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import raftlab.chat.Piece.Kind;

/** Parses statements: text, output, if, for, break, continue; the others are {@link Blocks}. */
final class Statements {

  private final Parser parser;
  private final Expressions expressions;
  private final Blocks blocks;
  private int depth;

  Statements(Parser parser) {
    this.parser = parser;
    this.expressions = new Expressions(parser);
    this.blocks = new Blocks(parser, expressions, this);
  }

  /** Parses the whole template. */
  Statement whole() {
    Statement all = until(Set.of());
    if (parser.peek().kind() != Kind.END) {
      throw parser.broken("unexpected " + parser.peekSecond().text());
    }
    return all;
  }

  /** Parses a block's body and its end tag, which it names. */
  Statement body(String end) {
    Statement body = until(Set.of(end));
    end(end);
    return body;
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
    Expression value = expressions.listed();
    parser.expect(Kind.PRINT_END);
    return (scope, out) -> out.write(Values.text(value.value(scope)));
  }

  private Statement block() {
    Piece place = parser.peek();
    String word = parser.name();
    return switch (word) {
      case "if" -> condition();
      case "for" -> loop();
      case "break" -> jump(LoopJump.BREAK);
      case "continue" -> jump(LoopJump.CONTINUE);
      default -> blocks.named(word, place);
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

  private Statement condition() {
    boolean before = parser.conditional(true);
    Expression test = expressions.listed();
    parser.expect(Kind.BLOCK_END);
    Statement then = until(Set.of("elif", "else", "endif"));
    Statement otherwise = (scope, out) -> {};
    if (parser.takeName("elif")) {
      otherwise = condition();
    } else if (parser.takeName("else")) {
      parser.expect(Kind.BLOCK_END);
      otherwise = body("endif");
    } else {
      end("endif");
    }
    parser.conditional(before);
    Statement last = otherwise;
    return (scope, out) -> {
      out.step();
      (Values.truth(test.value(scope)) ? then : last).render(scope, out);
    };
  }

  private Statement loop() {
    Target target = Target.parse(parser);
    if (!parser.takeName("in")) {
      throw parser.broken("expected in");
    }
    Expression source = expressions.either();
    if (parser.atOperator(",")) {
      List<Expression> parts = new ArrayList<>(List.of(source));
      while (parser.take(",")) {
        parts.add(expressions.either());
      }
      source = Operands.tuple(parts);
    }
    Expression filter = parser.takeName("if") ? expressions.any() : scope -> true;
    boolean recursive = parser.takeName("recursive");
    parser.expect(Kind.BLOCK_END);
    boolean before = parser.conditional(false);
    Statement body = until(Set.of("else", "endfor"));
    Statement otherwise = (scope, out) -> {};
    if (parser.takeName("else")) {
      parser.expect(Kind.BLOCK_END);
      otherwise = body("endfor");
    } else {
      end("endfor");
    }
    parser.conditional(before);
    return new Loop(target, source, filter, recursive, body, otherwise);
  }
}
