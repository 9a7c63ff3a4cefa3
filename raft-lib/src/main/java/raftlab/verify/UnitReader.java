package raftlab.verify;

import java.util.Locale;

/**
 * Reads what follows a value as its unit: percent, words in a wrapper, known unit words, powers.
 */
final class UnitReader {

  private UnitReader() {}

  /** Takes a unit and returns its standard spelling, or an empty string if there is none. */
  static String read(Cursor cursor) {
    StringBuilder unit = new StringBuilder();
    while (true) {
      String piece = piece(cursor);
      if (piece.isEmpty()) {
        return Units.standard(unit.toString());
      }
      unit.append(unit.length() == 0 || piece.startsWith("/") ? "" : " ").append(piece);
    }
  }

  /** Returns whether a unit stands here. */
  static boolean ahead(Cursor cursor) {
    int at = cursor.at;
    boolean unit = !piece(cursor).isEmpty();
    cursor.at = at;
    return unit;
  }

  private static String piece(Cursor cursor) {
    int at = cursor.at;
    boolean afterValue = cursor.started();
    if (cursor.take("\\%")) {
      return "%";
    }
    if (cursor.take("\\$")) {
      return "$";
    }
    String over = cursor.take("/") ? "/" : cursor.take("*") ? " " : "";
    String word = word(cursor, afterValue);
    if (word.isEmpty()) {
      cursor.at = at;
      return "";
    }
    return over.strip() + word + power(cursor);
  }

  private static String word(Cursor cursor, boolean afterValue) {
    if (cursor.sees("\\text{")) {
      int at = cursor.at;
      cursor.take("\\text");
      String words = cursor.group();
      if (words.equals("and") || words.equals("or") || words.equals(",")) {
        cursor.at = at;
        return "";
      }
      return words;
    }
    String letters = afterValue ? cursor.letters() : "";
    boolean known =
        letters.length() > 1
            && !Functions.isFunction(letters)
            && (Units.known(letters) || letters.equals("per") || letters.length() > 3);
    if (!known || letters.equals("and")) {
      return "";
    }
    cursor.at += letters.length();
    return letters;
  }

  private static String power(Cursor cursor) {
    if (cursor.charAt(0) != '^' || cursor.sees("^\\circ")) {
      return "";
    }
    cursor.take("^");
    if (cursor.peek() == '{') {
      return "^" + cursor.group();
    }
    String digits = cursor.number();
    return digits.isEmpty() ? "" : "^" + digits;
  }

  /** Takes "a.m." or "p.m." after a time and returns {@code am}, {@code pm} or an empty string. */
  static String half(Cursor cursor) {
    cursor.skip();
    int at = cursor.at;
    String text = cursor.sees("\\text{") ? group(cursor) : letters(cursor);
    String half = text.replace(".", "").replace(" ", "").toLowerCase(Locale.ROOT);
    if (half.equals("am") || half.equals("pm")) {
      return half;
    }
    cursor.at = at;
    return "";
  }

  private static String group(Cursor cursor) {
    cursor.take("\\text");
    return cursor.group();
  }

  private static String letters(Cursor cursor) {
    StringBuilder text = new StringBuilder();
    while (Character.isLetter(cursor.charAt(0)) || cursor.charAt(0) == '.') {
      text.append(cursor.charAt(0));
      cursor.at++;
    }
    return text.toString();
  }
}
