package raftlab.verify;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names of units: one spelling for each, and the factors for conversion on request. */
final class Units {

  /** What a unit measures and its size in the basic unit of that. */
  record Size(String dimension, Rational factor) {}

  private static final Map<String, String> STANDARD = new HashMap<>();
  private static final Map<String, Size> SIZES = new HashMap<>();

  static {
    unit("length", 1, 1, "m meter meters metre metres");
    unit("length", 1000, 1, "km kilometer kilometers kilometre kilometres");
    unit("length", 1, 100, "cm centimeter centimeters centimetre centimetres");
    unit("length", 1, 1000, "mm millimeter millimeters millimetre millimetres");
    unit("length", 3048, 10000, "ft foot feet");
    unit("length", 254, 10000, "inch inches in");
    unit("length", 9144, 10000, "yd yard yards yds");
    unit("length", 1609344, 1000, "mi mile miles");
    unit("mass", 1, 1, "kg kilogram kilograms kgs");
    unit("mass", 1, 1000, "g gram grams");
    unit("mass", 1, 1000000, "mg milligram milligrams");
    unit("mass", 45359237, 100000000, "lb lbs pound pounds");
    unit("mass", 45359237, 1600000000, "oz ounce ounces");
    unit("time", 1, 1, "s sec secs second seconds");
    unit("time", 60, 1, "min mins minute minutes");
    unit("time", 3600, 1, "h hr hrs hour hours");
    unit("time", 86400, 1, "day days");
    unit("time", 604800, 1, "week weeks");
    unit("money", 1, 1, "$ dollar dollars usd");
    unit("money", 1, 100, "¢ cent cents");
    unit("euro", 1, 1, "€ euro euros eur");
    unit("sterling", 1, 1, "£");
    unit("volume", 1, 1, "l liter liters litre litres");
    unit("volume", 1, 1000, "ml milliliter milliliters millilitre");
    unit("share", 1, 100, "% percent percentage pct");
    unit("angle", 1, 1, "° degree degrees deg");
    unit("speed", 1, 1, "m/s mps");
    unit("speed", 1000, 3600, "km/h kph kmh km/hr");
    unit("speed", 1609344, 3600000, "mph mi/h miles/hour");
    unit("energy", 1, 1, "j joule joules");
    unit("energy", 1000, 1, "kj kilojoule kilojoules");
    unit("force", 1, 1, "n newton newtons");
    unit("power", 1, 1, "w watt watts");
    unit("frequency", 1, 1, "hz hertz");
    unit("month", 1, 1, "month months");
    unit("year", 1, 1, "yr yrs year years");
    unit("unit", 1, 1, "unit units");
    unit("voltage", 1, 1, "v volt volts");
    unit("current", 1, 1, "a ampere amperes amp amps");
    unit("pressure", 1, 1, "pa pascal pascals");
    unit("amount", 1, 1, "mol mole moles");
    unit("temperature", 1, 1, "k kelvin");
    unit("charge", 1, 1, "c coulomb coulombs");
    unit("resistance", 1, 1, "ohm ohms");
    unit("area", 1, 1, "acre acres");
    unit("gallons", 1, 1, "gal gallon gallons");
    unit("rank", 1, 1, "th st nd rd");
    unit("length", 1, 1000000000, "nm nanometer nanometers");
    unit("length", 1, 1000000, "um micrometer micrometers");
    unit("time", 1, 1000, "ms millisecond milliseconds");
    unit("money", 1, 10, "dime dimes");
    unit("money", 1, 20, "nickel nickels");
  }

  private static final Map<String, Integer> POWERS =
      Map.of("thousand", 3, "million", 6, "billion", 9, "trillion", 12);

  private Units() {}

  /** Returns whether a raised word is the ending of an ordinal and no exponent. */
  static boolean powerless(String word) {
    return "th".equals(STANDARD.get(word));
  }

  /** Returns the power of ten that a word such as "million" stands for, or 0. */
  static int powerOfTen(String word) {
    return POWERS.getOrDefault(word, 0);
  }

  private static void unit(String dimension, long num, long den, String names) {
    String[] all = names.split(" ");
    Rational factor = Rational.of(num).over(Rational.of(den));
    for (String name : all) {
      STANDARD.put(name, all[0]);
    }
    SIZES.put(all[0], new Size(dimension, factor));
  }

  /** Returns whether a bare word after a number is a unit. */
  static boolean known(String word) {
    return STANDARD.containsKey(word.toLowerCase(Locale.ROOT));
  }

  /** Returns the size of a unit in its standard spelling, powers included, or null. */
  static Size size(String unit) {
    int power = unit.lastIndexOf('^');
    if (power < 0) {
      return SIZES.get(unit);
    }
    Size base = SIZES.get(unit.substring(0, power));
    String exponent = unit.substring(power + 1);
    if (base == null || exponent.length() != 1 || !Character.isDigit(exponent.charAt(0))) {
      return null;
    }
    int n = exponent.charAt(0) - '0';
    return new Size(base.dimension() + "^" + n, base.factor().power(n));
  }

  /** Returns one spelling of a unit: "square centimeters", "cm^{2}" and "sq cm" are "cm^2". */
  static String standard(String written) {
    String unit = written.replace(".", "").replace("{", "").replace("}", "").strip();
    unit = unit.toLowerCase(Locale.ROOT);
    if (unit.isEmpty()) {
      return "";
    }
    unit = squares(unit, "square ", "sq ", "2");
    unit = squares(unit, "cubic ", "cu ", "3");
    String[] words = unit.replace(" per ", "/").split(" ");
    StringBuilder out = new StringBuilder();
    for (String word : words) {
      out.append(out.length() == 0 ? "" : " ").append(single(word));
    }
    return STANDARD.getOrDefault(out.toString(), out.toString());
  }

  private static String squares(String unit, String full, String brief, String power) {
    String prefix = unit.startsWith(full) ? full : unit.startsWith(brief) ? brief : "";
    return prefix.isEmpty() ? unit : unit.substring(prefix.length()) + "^" + power;
  }

  private static String single(String word) {
    StringBuilder out = new StringBuilder();
    for (String part : word.split("/")) {
      int power = part.indexOf('^');
      String name = power < 0 ? part : part.substring(0, power);
      String exponent = power < 0 ? "" : part.substring(power);
      out.append(out.length() == 0 ? "" : "/");
      out.append(STANDARD.getOrDefault(name, name)).append(exponent);
    }
    return out.toString();
  }
}
