package raftlab.verify;

import java.util.Map;

/** One spelling for functions that have several. */
final class Names {

  private static final Map<String, String> STANDARD =
      Map.of("asin", "arcsin", "acos", "arccos", "atan", "arctan", "cosec", "csc", "lg", "log10");
  private static final Map<String, String> INVERSE =
      Map.of("sin", "arcsin", "cos", "arccos", "tan", "arctan", "cot", "arccot");

  private Names() {}

  static String standard(String name) {
    return STANDARD.getOrDefault(name, name);
  }

  /** The function meant by a power of minus one, or null. */
  static String inverse(String name) {
    return INVERSE.get(name);
  }
}
