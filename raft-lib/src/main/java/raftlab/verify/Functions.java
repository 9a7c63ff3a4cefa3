package raftlab.verify;

import java.util.Set;

/** Names of functions, as macros or as plain words. */
final class Functions {

  private static final Set<String> NAMES =
      Set.of(
          "sin", "cos", "tan", "cot", "sec", "csc", "arcsin", "arccos", "arctan", "arccot", "asin",
          "acos", "atan", "sinh", "cosh", "tanh", "log", "ln", "lg", "exp", "sqrt", "gcd", "lcm",
          "max", "min", "abs", "floor", "ceil", "cosec", "arsinh", "arcosh", "artanh", "arcsec",
          "arccsc", "coth", "sech", "csch", "asinh", "acosh", "atanh", "arcsinh", "arccosh",
          "arctanh");

  private Functions() {}

  static boolean isFunction(String name) {
    return NAMES.contains(name);
  }
}
