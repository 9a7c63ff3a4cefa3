package raftlab.verify;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what follows a value as its unit: percent, words in a wrapper, known unit words, powers.
 */
final class UnitReader {

  private static final Set<String> NO_UNIT = Set.of("and", "or", ",", "to", "mod");

  /** A letter that is a unit if it ends the answer, with a power or another unit after it. */
  private static final Pattern SINGLE =
      Pattern.compile(
          "[mgshLNJWV](?:\\^\\{?-?\\d\\}?)?(?:/[a-z]{1,3}(?:\\^\\d)?)? *(?:$|[,;]| \\d)");

  private UnitReader() {}

  /** Takes a unit and returns its standard spelling, or an empty string if there is none. */
  static String read(Cursor cursor) {
    StringBuilder unit = new StringBuilder();
    while (true) {
      String piece = piece(cursor, unit.length() > 0);
      if (piece.isEmpty()) {
        return Units.standard(unit.toString());
      }
      unit.append(unit.length() == 0 || piece.startsWith("/") ? "" : " ").append(piece);
    }
  }

  /** Returns whether a unit stands here. */
  static boolean ahead(Cursor cursor) {
    int at = cursor.at;
    boolean unit = !piece(cursor, false).isEmpty();
    cursor.at = at;
    return unit;
  }

  private static String piece(Cursor cursor, boolean further) {
    int at = cursor.at;
    boolean afterValue = cursor.started();
    if (cursor.take("\\%")) {
      return "%";
    }
    if (cursor.take("\\$")) {
      return "$";
    }
    String over = cursor.take("/") ? "/" : cursor.take("*") ? " " : "";
    String word = word(cursor, afterValue, further);
    if (word.isEmpty()) {
      cursor.at = at;
      return "";
    }
    return over.strip() + word + power(cursor);
  }

  private static String word(Cursor cursor, boolean afterValue, boolean further) {
    if (cursor.sees("\\text{")) {
      int at = cursor.at;
      cursor.take("\\text");
      String words = cursor.group();
      if (NO_UNIT.contains(words)) {
        cursor.at = at;
        return "";
      }
      return words.endsWith(" and") ? words.substring(0, words.length() - " and".length()) : words;
    }
    String letters = afterValue ? cursor.letters() : "";
    boolean single = letters.length() == 1 && (further || cursor.standsApart(SINGLE));
    boolean known =
        (letters.length() > 1 || (single && Units.known(letters)))
            && (!Functions.isFunction(letters) || minutes(cursor, letters))
            && (Units.known(letters) || letters.equals("per") || letters.length() > 3);
    if (!known || letters.equals("and")) {
      return "";
    }
    cursor.at += letters.length();
    return letters;
  }

  /** "20 min" are minutes, "min(2, 3)" is the least. */
  private static boolean minutes(Cursor cursor, String letters) {
    return letters.equals("min") && "({\\_".indexOf(cursor.charAt(letters.length())) < 0;
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
