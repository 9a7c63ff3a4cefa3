package raftlab.chat;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** The methods of Python's texts; places are counted in code points, as Python counts them. */
final class TextMethods {

  private TextMethods() {}

  static Callable find(String text, String name) {
    return switch (name) {
      case "strip" -> passed -> Blank.strip(text, characters(passed), true, true);
      case "lstrip" -> passed -> Blank.strip(text, characters(passed), true, false);
      case "rstrip" -> passed -> Blank.strip(text, characters(passed), false, true);
      case "upper" -> passed -> text.toUpperCase(Locale.ROOT);
      case "lower", "casefold" -> passed -> text.toLowerCase(Locale.ROOT);
      case "title" -> passed -> title(text);
      case "capitalize" -> passed -> capitalized(text);
      case "startswith" -> passed -> any(passed.needed(0, "prefix"), text::startsWith);
      case "endswith" -> passed -> any(passed.needed(0, "suffix"), text::endsWith);
      case "removeprefix" -> passed -> withoutPrefix(text, passed);
      case "removesuffix" -> passed -> withoutSuffix(text, passed);
      case "replace" -> passed -> replaced(text, passed);
      case "split" -> passed -> Splits.fromLeft(text, passed);
      case "rsplit" -> passed -> Splits.fromRight(text, passed);
      case "splitlines" -> passed -> Splits.lines(text, passed.flag(0, "keepends"));
      case "partition" -> passed -> Splits.atFirst(text, separator(passed));
      case "rpartition" -> passed -> Splits.atLast(text, separator(passed));
      case "find" -> passed -> place(text, text.indexOf(separator(passed)));
      case "rfind" -> passed -> place(text, text.lastIndexOf(separator(passed)));
      case "index" -> passed -> index(text, separator(passed));
      case "count" -> passed -> count(text, separator(passed));
      case "join" -> passed -> joined(text, Values.items(passed.needed(0, "iterable")));
      case "format" -> passed -> Format.braces(text, passed);
      case "zfill" -> passed -> Format.padded(text, (int) passed.whole(0, "width", 0), '0', '>');
      case "ljust" -> passed -> Format.padded(text, (int) passed.whole(0, "width", 0), ' ', '<');
      case "rjust" -> passed -> Format.padded(text, (int) passed.whole(0, "width", 0), ' ', '>');
      case "isdigit", "isnumeric", "isdecimal" -> passed -> all(text, Character::isDigit);
      case "isalpha" -> passed -> all(text, Character::isLetter);
      case "isalnum" -> passed -> all(text, Character::isLetterOrDigit);
      case "isspace" -> passed -> all(text, Blank::is);
      case "isupper" -> passed -> cased(text, Character::isLowerCase);
      case "islower" -> passed -> cased(text, Character::isUpperCase);
      default -> null;
    };
  }

  private static Object characters(Passed passed) {
    return passed.at(0, "chars", None.NONE);
  }

  private static String separator(Passed passed) {
    return Values.onlyText(passed.needed(0, "sub"));
  }

  private static boolean any(Object endings, Predicate<String> test) {
    return endings instanceof Tuple tuple
        ? tuple.stream().anyMatch(each -> test.test(Values.onlyText(each)))
        : test.test(Values.onlyText(endings));
  }

  private static boolean all(String text, IntPredicate test) {
    return !text.isEmpty() && text.codePoints().allMatch(test);
  }

  private static boolean cased(String text, IntPredicate forbidden) {
    return text.codePoints().noneMatch(forbidden)
        && text.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
  }

  private static String withoutPrefix(String text, Passed passed) {
    String prefix = Values.onlyText(passed.needed(0, "prefix"));
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private static String withoutSuffix(String text, Passed passed) {
    String suffix = Values.onlyText(passed.needed(0, "suffix"));
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  static String replaced(String text, Passed passed) {
    String old = Values.onlyText(passed.needed(0, "old"));
    String other = Values.onlyText(passed.needed(1, "new"));
    long most = passed.at(2, "count", None.NONE) == None.NONE ? -1 : passed.whole(2, "count", -1);
    if (most < 0) {
      return text.replace(old, other);
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    int found = text.indexOf(old);
    for (long i = 0; i < most && found >= 0 && !old.isEmpty(); i++) {
      out.append(text, at, found).append(other);
      at = found + old.length();
      found = text.indexOf(old, at);
    }
    return out.append(text.substring(at)).toString();
  }

  private static long place(String text, int found) {
    return found < 0 ? -1 : text.codePointCount(0, found);
  }

  private static long index(String text, String part) {
    long found = place(text, text.indexOf(part));
    if (found < 0) {
      throw Broken.rendering(Values.kind(part) + " is not in the text");
    }
    return found;
  }

  private static long count(String text, String part) {
    return part.isEmpty()
        ? text.codePointCount(0, text.length()) + 1L
        : (text.length() - text.replace(part, "").length()) / part.length();
  }

  private static String joined(String separator, List<Object> parts) {
    return String.join(separator, parts.stream().map(Values::onlyText).toList());
  }

  static String title(String text) {
    StringBuilder titled = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      titled.append(inside ? Character.toLowerCase(c) : Character.toTitleCase(c));
      inside = Character.isLetter(c);
    }
    return titled.toString();
  }

  static String capitalized(String text) {
    return text.isEmpty()
        ? text
        : Character.toString(Character.toTitleCase(text.codePointAt(0)))
            + text.substring(Character.charCount(text.codePointAt(0))).toLowerCase(Locale.ROOT);
  }
}
