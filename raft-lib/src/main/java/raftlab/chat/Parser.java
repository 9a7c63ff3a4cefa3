package raftlab.chat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import raftlab.chat.Piece.Kind;
import raftlab.core.UserError;

/** A cursor over a template's pieces, shared by the parsers of statements and expressions. */
final class Parser {

  private final String source;
  private final List<Piece> pieces;
  private final Set<String> names = new HashSet<>();
  private boolean conditional;
  private int at;

  Parser(String source) {
    this.source = source;
    this.pieces = Lexer.cut(source);
  }

  Piece peek() {
    return pieces.get(at);
  }

  Piece peekSecond() {
    return pieces.get(Math.min(at + 1, pieces.size() - 1));
  }

  Piece next() {
    return pieces.get(at < pieces.size() - 1 ? at++ : at);
  }

  boolean at(Kind kind, String text) {
    return peek().is(kind, text);
  }

  boolean atOperator(String text) {
    return at(Kind.OPERATOR, text);
  }

  boolean atName(String text) {
    return at(Kind.NAME, text);
  }

  /** Takes the operator if it is next. */
  boolean take(String operator) {
    boolean found = atOperator(operator);
    if (found) {
      next();
    }
    return found;
  }

  boolean takeName(String name) {
    boolean found = atName(name);
    if (found) {
      next();
    }
    return found;
  }

  void expect(String operator) {
    if (!take(operator)) {
      throw broken("expected " + operator);
    }
  }

  String name() {
    if (peek().kind() != Kind.NAME) {
      throw broken("expected a name");
    }
    return next().text();
  }

  void expect(Kind kind) {
    if (next().kind() != kind) {
      throw broken("a tag ends wrongly");
    }
  }

  /** Returns the names that are used so far, to which the parsers add. */
  Set<String> names() {
    return names;
  }

  /** Tells whether what is parsed stands inside a condition and need not be reached. */
  boolean isConditional() {
    return conditional;
  }

  /** Sets whether what follows stands inside a condition, and returns what held before. */
  boolean conditional(boolean now) {
    boolean before = conditional;
    conditional = now;
    return before;
  }

  UserError broken(String fault) {
    return broken(peek(), fault);
  }

  UserError broken(Piece piece, String fault) {
    return Broken.at(source, piece.at(), fault);
  }
}
