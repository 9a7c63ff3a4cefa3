package raftlab.chat;

/**
 * A lexical piece of a template.
 *
 * @param kind what it is
 * @param text the text of a literal, name, number or operator
 * @param at its place in the template, for errors
 */
record Piece(Kind kind, String text, int at) {

  /** Kinds of pieces. */
  enum Kind {
    TEXT,
    BLOCK_BEGIN,
    BLOCK_END,
    PRINT_BEGIN,
    PRINT_END,
    NAME,
    STRING,
    NUMBER,
    REAL,
    OPERATOR,
    END
  }

  boolean is(Kind other, String expected) {
    return kind == other && text.equals(expected);
  }
}
