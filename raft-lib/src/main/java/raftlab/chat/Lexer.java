package raftlab.chat;

import java.util.ArrayList;
import java.util.List;
import raftlab.chat.Piece.Kind;

/**
 * Cuts a template into pieces. Whitespace is treated as Jinja does with {@code trim_blocks} and
 * {@code lstrip_blocks}: the line end after a block or comment is dropped, as are blanks before one
 * that is the first of its line; {@code -} inside a delimiter drops all whitespace on its side,
 * {@code +} keeps it.
 */
final class Lexer {

  private static final List<String> OPERATORS =
      List.of(
          "**", "//", "==", "!=", "<=", ">=", "(", ")", "[", "]", "{", "}", ",", ":", ".", "|", "~",
          "+", "-", "*", "/", "%", "<", ">", "=");

  private final String source;
  private final List<Piece> pieces = new ArrayList<>();
  private int at;
  private boolean dropLineEnd;
  private boolean dropBlanks;

  private Lexer(String source) {
    this.source = source;
  }

  static List<Piece> cut(String template) {
    String text = template.replace("\r\n", "\n");
    // Jinja drops one line end at the template's end.
    Lexer lexer = new Lexer(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
    lexer.run();
    return lexer.pieces;
  }

  private void run() {
    while (at < source.length()) {
      int tag = nextTag();
      text(source.substring(at, tag), tag);
      at = tag;
      if (at < source.length()) {
        tag();
      }
    }
    pieces.add(new Piece(Kind.END, "", at));
  }

  private int nextTag() {
    int found = source.indexOf('{', at);
    while (found >= 0 && found + 1 < source.length()) {
      if ("{%#".indexOf(source.charAt(found + 1)) >= 0) {
        return found;
      }
      found = source.indexOf('{', found + 1);
    }
    return source.length();
  }

  private void text(String raw, int end) {
    String text = raw;
    if (dropBlanks) {
      text = text.stripLeading();
    } else if (dropLineEnd && text.startsWith("\n")) {
      text = text.substring(1);
    }
    dropBlanks = false;
    dropLineEnd = false;
    if (end < source.length()) {
      char sign = end + 2 < source.length() ? source.charAt(end + 2) : ' ';
      if (sign == '-') {
        text = text.stripTrailing();
      } else if (sign != '+' && source.charAt(end + 1) != '{') {
        text = withoutIndent(text, end - raw.length() == 0 || raw.length() > text.length());
      }
    }
    if (!text.isEmpty()) {
      pieces.add(new Piece(Kind.TEXT, text, at));
    }
  }

  /** Drops blanks after the last line end, or all if the text is blank and begins a line. */
  private static String withoutIndent(String text, boolean beginsLine) {
    int kept = text.length();
    while (kept > 0 && (text.charAt(kept - 1) == ' ' || text.charAt(kept - 1) == '\t')) {
      kept--;
    }
    boolean lineStart = kept == 0 ? beginsLine : text.charAt(kept - 1) == '\n';
    return lineStart ? text.substring(0, kept) : text;
  }

  private void tag() {
    char kind = source.charAt(at + 1);
    if (kind == '#') {
      comment();
      return;
    }
    boolean print = kind == '{';
    pieces.add(new Piece(print ? Kind.PRINT_BEGIN : Kind.BLOCK_BEGIN, "", at));
    at += 2;
    if (at < source.length() && (source.charAt(at) == '-' || source.charAt(at) == '+')) {
      at++;
    }
    String close = print ? "}}" : "%}";
    while (!closes(close)) {
      inside();
    }
    pieces.add(new Piece(print ? Kind.PRINT_END : Kind.BLOCK_END, "", at));
    finish(close, !print);
  }

  /** Tells whether the tag ends here, having passed over blanks. */
  private boolean closes(String close) {
    while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
      at++;
    }
    if (at >= source.length()) {
      throw Broken.at(source, at, "a tag is not closed");
    }
    // A dictionary may end with braces of its own: }} closes only outside of brackets.
    return depth() == 0
        && (source.startsWith(close, at)
            || source.startsWith("-" + close, at)
            || source.startsWith("+" + close, at));
  }

  private int depth() {
    int depth = 0;
    for (int i = pieces.size() - 1; i >= 0; i--) {
      Piece piece = pieces.get(i);
      if (piece.kind() == Kind.PRINT_BEGIN || piece.kind() == Kind.BLOCK_BEGIN) {
        break;
      }
      if (piece.kind() == Kind.OPERATOR) {
        depth += "([{".contains(piece.text()) ? 1 : ")]}".contains(piece.text()) ? -1 : 0;
      }
    }
    return depth;
  }

  private void finish(String close, boolean block) {
    if (source.charAt(at) == '-') {
      dropBlanks = true;
      at++;
    } else if (source.charAt(at) == '+') {
      at++;
    } else {
      dropLineEnd = block;
    }
    at += close.length();
  }

  private void comment() {
    int end = source.indexOf("#}", at + 2);
    if (end < 0) {
      throw Broken.at(source, at, "a comment is not closed");
    }
    dropBlanks = source.charAt(end - 1) == '-';
    dropLineEnd = !dropBlanks;
    at = end + 2;
  }

  private void inside() {
    char c = source.charAt(at);
    int start = at;
    if (c == '"' || c == '\'') {
      pieces.add(new Piece(Kind.STRING, string(c), start));
    } else if (Character.isJavaIdentifierStart(c)) {
      while (at < source.length() && Character.isJavaIdentifierPart(source.charAt(at))) {
        at++;
      }
      pieces.add(new Piece(Kind.NAME, source.substring(start, at), start));
    } else if (Character.isDigit(c)) {
      while (at < source.length() && isNumber(source.charAt(at))) {
        at++;
      }
      pieces.add(new Piece(Kind.NUMBER, source.substring(start, at), start));
    } else {
      String operator =
          OPERATORS.stream()
              .filter(each -> source.startsWith(each, start))
              .findFirst()
              .orElseThrow(() -> Broken.at(source, start, "unexpected character " + c));
      at += operator.length();
      pieces.add(new Piece(Kind.OPERATOR, operator, start));
    }
  }

  private boolean isNumber(char c) {
    boolean fraction = c == '.' && at + 1 < source.length() && isDigitAt(at + 1);
    return Character.isDigit(c) || fraction;
  }

  private boolean isDigitAt(int place) {
    return Character.isDigit(source.charAt(place));
  }

  private String string(char quote) {
    StringBuilder text = new StringBuilder();
    int start = at;
    at++;
    while (at < source.length() && source.charAt(at) != quote) {
      char c = source.charAt(at++);
      if (c == '\\' && at < source.length()) {
        char escaped = source.charAt(at++);
        switch (escaped) {
          case 'n' -> text.append('\n');
          case 't' -> text.append('\t');
          case 'r' -> text.append('\r');
          case '\\', '\'', '"' -> text.append(escaped);
          default -> text.append('\\').append(escaped);
        }
      } else {
        text.append(c);
      }
    }
    if (at >= source.length()) {
      throw Broken.at(source, start, "a text is not closed");
    }
    at++;
    return text.toString();
  }
}
