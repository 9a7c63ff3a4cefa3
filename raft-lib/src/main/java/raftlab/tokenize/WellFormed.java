package raftlab.tokenize;

import java.nio.charset.StandardCharsets;

/** Text without lone surrogates, which have no UTF-8 and which native code may choke on. */
final class WellFormed {

  private static final String REPLACEMENT = "\uFFFD";

  private WellFormed() {}

  /** Returns the text with each lone surrogate replaced by U+FFFD; the same text if it has none. */
  static String text(String text) {
    if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                clean.append(REPLACEMENT);
              } else {
                clean.appendCodePoint(point);
              }
            });
    return clean.toString();
  }
}
