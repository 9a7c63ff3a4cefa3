package raftlab.chat;

/** Texts between quotes, whose escapes are Python's. */
final class Literal {

  private static final String PLAIN = "\\'\"abfnrtv";
  private static final String MEANT = "\\'\"\u0007\b\f\n\r\t\u000b";

  private Literal() {}

  /** Returns the place behind the closing quote of the text that begins here. */
  static int end(String source, int start) {
    char quote = source.charAt(start);
    int at = start + 1;
    while (at < source.length() && source.charAt(at) != quote) {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    if (at >= source.length()) {
      throw Broken.at(source, start, "a text is not closed");
    }
    return at + 1;
  }

  /** Returns what is meant by what stands between the quotes. */
  static String text(String body) {
    if (body.indexOf('\\') < 0) {
      return body;
    }
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < body.length()) {
      char c = body.charAt(at++);
      if (c != '\\') {
        text.append(c);
      } else {
        at = escape(body, at, text);
      }
    }
    return text.toString();
  }

  /** Adds what the escape means whose letter is here, and returns the place behind it. */
  private static int escape(String body, int at, StringBuilder text) {
    char letter = body.charAt(at);
    if (letter == '\n') {
      return at + 1;
    }
    if (PLAIN.indexOf(letter) >= 0) {
      text.append(MEANT.charAt(PLAIN.indexOf(letter)));
      return at + 1;
    }
    int digits = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
    if (digits > 0) {
      return coded(body, at + 1, at + 1 + digits, 16, text);
    }
    if (letter >= '0' && letter <= '7') {
      int end = at + 1;
      while (end < Math.min(body.length(), at + 3) && "01234567".indexOf(body.charAt(end)) >= 0) {
        end++;
      }
      return coded(body, at, end, 8, text);
    }
    text.append('\\').append(letter);
    return at + 1;
  }

  private static int coded(String body, int from, int end, int base, StringBuilder text) {
    try {
      text.appendCodePoint(Integer.parseInt(body.substring(from, end), base));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw Broken.rendering("the escape \\" + body.substring(from - 1) + " is not known");
    }
    return end;
  }
}
