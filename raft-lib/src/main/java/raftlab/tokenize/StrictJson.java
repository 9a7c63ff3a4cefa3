package raftlab.tokenize;

import java.nio.file.Path;
import raftlab.core.UserError;

/**
 * Refuses what Gson lets pass in parts that it skips: control characters in a string, half a
 * surrogate pair, numbers out of range. On a control character inside a decoder the native reader
 * ends the whole process instead of failing (tokenizers 0.21.4, decoders/mod.rs); the others are
 * refused by precaution.
 */
final class StrictJson {

  private static final int UNICODE_ESCAPE = 6;

  private final Path file;
  private final String json;
  private int at;

  private StrictJson(Path file, String json) {
    this.file = file;
    this.json = json;
  }

  /**
   * Checks JSON whose structure was read before.
   *
   * @throws UserError that names the file and the place
   */
  static void check(Path file, String json) {
    StrictJson strict = new StrictJson(file, json);
    while (strict.at < json.length()) {
      char c = json.charAt(strict.at);
      if (c == '"') {
        strict.string();
      } else if (c == '-' || (c >= '0' && c <= '9')) {
        strict.number();
      } else {
        strict.at++;
      }
    }
  }

  private void string() {
    at++;
    while (at < json.length() && json.charAt(at) != '"') {
      char c = json.charAt(at);
      if (c < ' ') {
        throw broken("a control character stands in a string");
      }
      if (c == '\\') {
        escape();
      } else {
        at++;
      }
    }
    at++;
  }

  private void escape() {
    int first = unicode(at);
    if (first < 0) {
      at += 2;
    } else if (Character.isHighSurrogate((char) first)) {
      int second = unicode(at + UNICODE_ESCAPE);
      if (second < 0 || !Character.isLowSurrogate((char) second)) {
        throw broken("half a surrogate pair stands in a string");
      }
      at += 2 * UNICODE_ESCAPE;
    } else if (Character.isLowSurrogate((char) first)) {
      throw broken("half a surrogate pair stands in a string");
    } else {
      at += UNICODE_ESCAPE;
    }
  }

  /** Returns the code of the escape of four hexadecimal digits that stands here, or -1. */
  private int unicode(int place) {
    if (!json.startsWith("\\u", place) || place + UNICODE_ESCAPE > json.length()) {
      return -1;
    }
    try {
      return Integer.parseInt(json, place + 2, place + UNICODE_ESCAPE, 16);
    } catch (NumberFormatException e) {
      throw broken("an escape is not one");
    }
  }

  private void number() {
    int start = at;
    while (at < json.length() && "+-.0123456789eE".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
    try {
      if (Double.isInfinite(Double.parseDouble(json.substring(start, at)))) {
        throw broken("a number is out of range");
      }
    } catch (NumberFormatException e) {
      throw broken("a number is not one");
    }
  }

  private UserError broken(String why) {
    return new UserError(
        file + " is not a tokenizer that can be loaded",
        why + " (character " + at + ")",
        "fetch it again or save it with a current version of its library");
  }
}
