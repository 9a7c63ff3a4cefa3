package raftlab.chat;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The date and time as Python's strftime writes them in the C locale. */
final class Clock {

  private Clock() {}

  static String shown(String format, LocalDateTime now) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < format.length()) {
      char c = format.charAt(at++);
      if (c != '%' || at == format.length()) {
        out.append(c);
        continue;
      }
      boolean bare = format.charAt(at) == '-' && at + 1 < format.length();
      at += bare ? 1 : 0;
      String part = part(format.charAt(at++), format, now);
      out.append(bare ? part.replaceFirst("^[0 ]+(?=.)", "") : part);
    }
    return out.toString();
  }

  private static String part(char letter, String format, LocalDateTime now) {
    return switch (letter) {
      case '%' -> "%";
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'Z', 'z' -> "";
      case 'e' -> String.format("%2d", now.getDayOfMonth());
      case 'w' -> String.valueOf(now.getDayOfWeek().getValue() % 7);
      case 'D' -> shown("%m/%d/%y", now);
      case 'F' -> shown("%Y-%m-%d", now);
      case 'T', 'X' -> shown("%H:%M:%S", now);
      case 'R' -> shown("%H:%M", now);
      case 'x' -> shown("%m/%d/%y", now);
      case 'c' -> shown("%a %b %e %H:%M:%S %Y", now);
      default -> now.format(DateTimeFormatter.ofPattern(pattern(letter, format), Locale.ENGLISH));
    };
  }

  private static String pattern(char letter, String format) {
    return switch (letter) {
      case 'a' -> "EEE";
      case 'A' -> "EEEE";
      case 'b', 'h' -> "MMM";
      case 'B' -> "MMMM";
      case 'd' -> "dd";
      case 'f' -> "SSSSSS";
      case 'H' -> "HH";
      case 'I' -> "hh";
      case 'j' -> "DDD";
      case 'm' -> "MM";
      case 'M' -> "mm";
      case 'p' -> "a";
      case 'S' -> "ss";
      case 'u' -> "e";
      case 'y' -> "yy";
      case 'Y' -> "yyyy";
      default -> throw Broken.rendering("the date format " + format + " is not known");
    };
  }
}
