package raftlab.verify;

import java.util.Map;

/** One spelling for functions that have several. */
final class Names {

  private static final Map<String, String> STANDARD =
      Map.ofEntries(
          Map.entry("asin", "arcsin"),
          Map.entry("acos", "arccos"),
          Map.entry("atan", "arctan"),
          Map.entry("asinh", "arsinh"),
          Map.entry("arcsinh", "arsinh"),
          Map.entry("acosh", "arcosh"),
          Map.entry("arccosh", "arcosh"),
          Map.entry("atanh", "artanh"),
          Map.entry("arctanh", "artanh"),
          Map.entry("cosec", "csc"),
          Map.entry("lg", "log10"));
  private static final Map<String, String> INVERSE =
      Map.of(
          "sin", "arcsin", "cos", "arccos", "tan", "arctan", "cot", "arccot", "sinh", "arsinh",
          "cosh", "arcosh", "tanh", "artanh");

  private Names() {}

  static String standard(String name) {
    return STANDARD.getOrDefault(name, name);
  }

  /** The function meant by a power of minus one, or null. */
  static String inverse(String name) {
    return INVERSE.get(name);
  }
}
