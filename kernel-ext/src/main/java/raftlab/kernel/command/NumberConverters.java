package raftlab.kernel.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import raftlab.core.UserError;

/** Reads numbers as people write them: {@code 8}, {@code 2k}, {@code 1e-6}, {@code 1/8}. */
final class NumberConverters {

  private static final Pattern FRACTION =
      Pattern.compile("([+-]?\\d+(?:\\.\\d+)?)/(\\d+(?:\\.\\d+)?)");
  private static final Pattern THOUSANDS = Pattern.compile("([+-]?\\d+(?:\\.\\d+)?)([kKM])");
  private static final Pattern PLAIN =
      Pattern.compile("[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?");

  private NumberConverters() {}

  static void register(CommandLine line) {
    line.registerConverter(double.class, NumberConverters::real);
    line.registerConverter(Double.class, NumberConverters::real);
    line.registerConverter(int.class, text -> (int) whole(text, Integer.MAX_VALUE));
    line.registerConverter(Integer.class, text -> (int) whole(text, Integer.MAX_VALUE));
    line.registerConverter(long.class, text -> whole(text, Long.MAX_VALUE));
    line.registerConverter(Long.class, text -> whole(text, Long.MAX_VALUE));
  }

  static double real(String text) {
    Matcher fraction = FRACTION.matcher(text);
    if (fraction.matches() && Double.parseDouble(fraction.group(2)) != 0) {
      return Double.parseDouble(fraction.group(1)) / Double.parseDouble(fraction.group(2));
    }
    Matcher thousands = THOUSANDS.matcher(text);
    if (thousands.matches()) {
      return Double.parseDouble(thousands.group(1)) * (thousands.group(2).equals("M") ? 1e6 : 1e3);
    }
    if (PLAIN.matcher(text).matches()) {
      return Double.parseDouble(text);
    }
    throw new UserError(
        "\"" + text + "\" is not a number", "", "Write it like 0.5, 1/8, 1e-6 or 2k");
  }

  static long whole(String text, long most) {
    if (text.matches("[+-]?\\d{1,18}")) {
      return within(Long.parseLong(text), most, text);
    }
    double value = text.contains("/") ? Double.NaN : real(text);
    if (value != Math.rint(value) || Double.isNaN(value)) {
      throw new UserError(
          "\"" + text + "\" is not a whole number", "", "Write it like 8, 1000 or 2k");
    }
    return within(Math.abs(value) > most ? Long.MAX_VALUE : (long) value, most - 1, text);
  }

  private static long within(long value, long most, String text) {
    if (Math.abs(value) > most) {
      throw new UserError("\"" + text + "\" is too large", "the most is " + most, "");
    }
    return value;
  }
}
