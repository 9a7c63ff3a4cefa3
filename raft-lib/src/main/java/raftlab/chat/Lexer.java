package raftlab.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import raftlab.chat.Piece.Kind;

/**
 * Cuts a template into pieces. Whitespace is treated as Jinja does with {@code trim_blocks} and
 * {@code lstrip_blocks}: the line end after a block or comment is dropped, as are blanks before one
 * that is the first of its line; {@code -} inside a delimiter drops all whitespace on its side,
 * {@code +} keeps it.
 */
final class Lexer {

  private static final Pattern RAW =
      Pattern.compile("\\{%([-+]?)\\s*raw\\s*(-?)%\\}", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern END_OF_RAW =
      Pattern.compile("\\{%([-+]?)\\s*endraw\\s*([-+]?)%\\}", Pattern.UNICODE_CHARACTER_CLASS);

  private final String source;
  private final List<Piece> pieces = new ArrayList<>();
  private int at;
  private boolean dropLineEnd;
  private boolean dropBlanks;

  private Lexer(String source) {
    this.source = source;
  }

  static List<Piece> cut(String template) {
    String text = template.replace("\r\n", "\n").replace('\r', '\n');
    // Jinja drops one line end at the template's end.
    Lexer lexer = new Lexer(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
    lexer.run();
    return lexer.pieces;
  }

  private void run() {
    while (at < source.length()) {
      int tag = nextTag();
      text(source.substring(at, tag), tag, tag < source.length() ? source.charAt(tag + 1) : '{');
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

  /** Adds the text before a tag of the given kind. */
  private void text(String raw, int end, char kind) {
    String text = raw;
    if (dropBlanks) {
      text = Blank.stripLeft(text);
    } else if (dropLineEnd && text.startsWith("\n")) {
      text = text.substring(1);
    }
    dropBlanks = false;
    dropLineEnd = false;
    if (end < source.length()) {
      char sign = end + 2 < source.length() ? source.charAt(end + 2) : ' ';
      if (sign == '-') {
        text = Blank.stripRight(text);
      } else if (sign != '+' && kind != '{') {
        text = withoutIndent(text, end == raw.length() || raw.length() > text.length());
      }
    }
    if (!text.isEmpty()) {
      pieces.add(new Piece(Kind.TEXT, text, at));
    }
  }

  /** Drops blanks after the last line end, or all if the text is blank and begins a line. */
  private static String withoutIndent(String text, boolean beginsLine) {
    int line = text.lastIndexOf('\n') + 1;
    boolean blank = text.substring(line).chars().allMatch(Blank::is);
    return blank && (line > 0 || beginsLine) ? text.substring(0, line) : text;
  }

  private void tag() {
    char kind = source.charAt(at + 1);
    if (kind == '#') {
      comment();
      return;
    }
    Matcher raw = RAW.matcher(source).region(at, source.length());
    if (raw.lookingAt()) {
      raw(raw);
      return;
    }
    boolean print = kind == '{';
    pieces.add(new Piece(print ? Kind.PRINT_BEGIN : Kind.BLOCK_BEGIN, "", at));
    at += 2;
    if (at < source.length() && (source.charAt(at) == '-' || source.charAt(at) == '+')) {
      at++;
    }
    at = new TagLexer(source, at, print ? "}}" : "%}", pieces).run();
    pieces.add(new Piece(print ? Kind.PRINT_END : Kind.BLOCK_END, "", at));
    finish(print ? "}}" : "%}", !print);
  }

  private void finish(String close, boolean block) {
    dropBlanks = source.charAt(at) == '-';
    boolean kept = source.charAt(at) == '+';
    dropLineEnd = block && !dropBlanks && !kept;
    at += close.length() + (dropBlanks || kept ? 1 : 0);
  }

  private void comment() {
    int end = source.indexOf("#}", at + 2);
    if (end < 0) {
      throw Broken.at(source, at, "a comment is not closed");
    }
    char sign = end > at + 2 ? source.charAt(end - 1) : ' ';
    dropBlanks = sign == '-';
    dropLineEnd = !dropBlanks && sign != '+';
    at = end + 2;
  }

  private void raw(Matcher begin) {
    int start = begin.end();
    Matcher end = END_OF_RAW.matcher(source);
    if (!end.find(start)) {
      throw Broken.at(source, at, "expected endraw");
    }
    // The line end after the opening tag goes as well.
    dropBlanks = begin.group(2).equals("-");
    dropLineEnd = !dropBlanks;
    at = start;
    text(source.substring(start, end.start()), end.start(), '%');
    dropBlanks = end.group(2).equals("-");
    dropLineEnd = end.group(2).isEmpty();
    at = end.end();
  }
}
