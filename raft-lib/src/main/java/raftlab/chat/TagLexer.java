package raftlab.chat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import raftlab.chat.Piece.Kind;

/** Cuts the inside of one tag into names, numbers, texts and operators. */
final class TagLexer {

  private static final List<String> OPERATORS =
      List.of(
          "**", "//", "==", "!=", "<=", ">=", "(", ")", "[", "]", "{", "}", ",", ":", ".", "|", "~",
          "+", "-", "*", "/", "%", "<", ">", "=");
  private static final Pattern REAL =
      Pattern.compile("\\d[\\d_]*(?:\\.\\d[\\d_]*)?[eE][+-]?\\d+|\\d[\\d_]*\\.\\d[\\d_]*");
  private static final Pattern WHOLE =
      Pattern.compile("0[xX][0-9a-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|\\d[\\d_]*");

  private final String source;
  private final String close;
  private final List<Piece> pieces;
  private int at;
  private int depth;

  TagLexer(String source, int at, String close, List<Piece> pieces) {
    this.source = source;
    this.at = at;
    this.close = close;
    this.pieces = pieces;
  }

  /** Adds the pieces up to the tag's end and returns where that is. */
  int run() {
    while (!closes()) {
      piece();
    }
    return at;
  }

  /** Tells whether the tag ends here, having passed over blanks. */
  private boolean closes() {
    while (at < source.length() && Blank.is(source.charAt(at))) {
      at++;
    }
    if (at >= source.length()) {
      throw Broken.at(source, at, "a tag is not closed");
    }
    // A dictionary may end with braces of its own: }} closes only outside of brackets.
    return depth == 0
        && (source.startsWith(close, at)
            || source.startsWith("-" + close, at)
            || (close.equals("%}") && source.startsWith("+" + close, at)));
  }

  private void piece() {
    char c = source.charAt(at);
    int start = at;
    if (c == '"' || c == '\'') {
      at = Literal.end(source, at);
      String text = Literal.text(source.substring(start + 1, at - 1));
      pieces.add(new Piece(Kind.STRING, text, start));
    } else if (c == '_' || Character.isLetter(c)) {
      while (at < source.length() && isPartOfName(source.charAt(at))) {
        at++;
      }
      pieces.add(new Piece(Kind.NAME, source.substring(start, at), start));
    } else if (c >= '0' && c <= '9') {
      number();
    } else {
      operator();
    }
  }

  private static boolean isPartOfName(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private void number() {
    boolean afterDot = at > 0 && source.charAt(at - 1) == '.';
    Matcher real = REAL.matcher(source).region(at, source.length());
    Matcher whole = WHOLE.matcher(source).region(at, source.length());
    boolean isReal = !afterDot && real.lookingAt();
    boolean isWhole = whole.lookingAt();
    String text = isReal ? real.group() : isWhole ? whole.group() : source.substring(at, at + 1);
    pieces.add(new Piece(isReal ? Kind.REAL : Kind.NUMBER, text.replace("_", ""), at));
    at += text.length();
  }

  private void operator() {
    int start = at;
    String operator =
        OPERATORS.stream()
            .filter(each -> source.startsWith(each, start))
            .findFirst()
            .orElseThrow(
                () -> Broken.at(source, start, "unexpected character " + source.charAt(start)));
    depth += "([{".contains(operator) ? 1 : ")]}".contains(operator) ? -1 : 0;
    at += operator.length();
    pieces.add(new Piece(Kind.OPERATOR, operator, start));
  }
}
