package raftlab.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Python's ways to take a text apart. */
final class Splits {

  private Splits() {}

  static List<Object> fromLeft(String text, Passed passed) {
    long most = most(passed);
    Object separator = passed.at(0, "sep", None.NONE);
    if (separator == None.NONE) {
      return atBlanks(text, most);
    }
    String cut = separator(separator);
    List<Object> parts = new ArrayList<>();
    int at = 0;
    int found = text.indexOf(cut);
    while (found >= 0 && parts.size() < most) {
      parts.add(text.substring(at, found));
      at = found + cut.length();
      found = text.indexOf(cut, at);
    }
    parts.add(text.substring(at));
    return parts;
  }

  static List<Object> fromRight(String text, Passed passed) {
    long most = most(passed);
    Object separator = passed.at(0, "sep", None.NONE);
    if (separator == None.NONE) {
      List<Object> parts = atBlanks(reversed(text), most);
      parts.replaceAll(each -> reversed((String) each));
      Collections.reverse(parts);
      return parts;
    }
    String cut = separator(separator);
    List<Object> parts = new ArrayList<>();
    int end = text.length();
    int found = text.lastIndexOf(cut);
    while (found >= 0 && parts.size() < most) {
      parts.add(text.substring(found + cut.length(), end));
      end = found;
      found = end < cut.length() ? -1 : text.lastIndexOf(cut, end - cut.length());
    }
    parts.add(text.substring(0, end));
    Collections.reverse(parts);
    return parts;
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  private static long most(Passed passed) {
    long given = passed.whole(1, "maxsplit", -1);
    return given < 0 ? Long.MAX_VALUE : given;
  }

  private static String separator(Object given) {
    String cut = Values.onlyText(given);
    if (cut.isEmpty()) {
      throw Broken.rendering("a text is split at nothing");
    }
    return cut;
  }

  private static List<Object> atBlanks(String text, long most) {
    List<Object> parts = new ArrayList<>();
    String rest = Blank.stripLeft(text);
    while (!rest.isEmpty()) {
      int end = 0;
      while (end < rest.length() && !Blank.is(rest.charAt(end))) {
        end++;
      }
      if (parts.size() == most) {
        parts.add(rest);
        break;
      }
      parts.add(rest.substring(0, end));
      rest = Blank.stripLeft(rest.substring(end));
    }
    return parts;
  }

  static Tuple atFirst(String text, String cut) {
    int found = text.indexOf(separator(cut));
    return found < 0
        ? Tuple.of(text, "", "")
        : Tuple.of(text.substring(0, found), cut, text.substring(found + cut.length()));
  }

  static Tuple atLast(String text, String cut) {
    int found = text.lastIndexOf(separator(cut));
    return found < 0
        ? Tuple.of("", "", text)
        : Tuple.of(text.substring(0, found), cut, text.substring(found + cut.length()));
  }

  static List<Object> lines(String text, boolean keepEnds) {
    List<Object> lines = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && !isLineEnd(text.charAt(end))) {
        end++;
      }
      int next = Math.min(text.length(), text.startsWith("\r\n", end) ? end + 2 : end + 1);
      lines.add(text.substring(at, keepEnds ? next : end));
      at = next;
    }
    return lines;
  }

  private static boolean isLineEnd(char c) {
    return (c >= '\n' && c <= '\r')
        || (c >= 0x1c && c <= 0x1e)
        || c == 0x85
        || c == 0x2028
        || c == 0x2029;
  }
}
