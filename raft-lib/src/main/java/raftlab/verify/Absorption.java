package raftlab.verify;

/**
 * How much of an expression's parts is lost in its value: in {@code 1+x^{10^9}} at a small x the
 * power leaves no trace, and {@code 2^t} with a vanishing t is 1. Values that agree where parts
 * were lost say nothing about the parts.
 */
final class Absorption {

  /** Agreement is confirmed to thirty digits at several points. */
  static final double FUNCTIONS = 1e28;

  /** Agreement is confirmed to seventy digits where there is one point only. */
  static final double CONSTANTS = 1e60;

  private double spread = 1;

  /** Returns whether a part smaller than the rest by more than a factor may have been lost. */
  boolean beyond(double factor) {
    return !(spread < factor);
  }

  /** Notes the next term of a sum. */
  void added(Complex sum, Complex term) {
    ratio(sum.abs(), term.abs());
  }

  /** Notes the argument of a function, which is nearly constant for very small or large ones. */
  void applied(Complex argument) {
    ratio(argument.abs(), 1);
  }

  /** Notes a power: its exponent as a function's argument, and a value that vanished. */
  void raised(Complex base, Complex exponent, Complex value) {
    applied(exponent);
    if (!value.finite() || (value.abs() == 0 && base.abs() != 0)) {
      spread = Double.POSITIVE_INFINITY;
    }
  }

  private void ratio(double a, double b) {
    double large = Math.max(a, b);
    double small = Math.min(a, b);
    if (small > 0) {
      spread = Math.max(spread, large / small);
    } else if (!(large < Double.POSITIVE_INFINITY)) {
      spread = Double.POSITIVE_INFINITY;
    }
  }
}
