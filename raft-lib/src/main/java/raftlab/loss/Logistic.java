package raftlab.loss;

/** The logistic function without overflow. */
final class Logistic {

  private Logistic() {}

  /** Returns log sigmoid(x). */
  static double log(double x) {
    return x > 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x));
  }

  /** Returns sigmoid(x). */
  static double sigmoid(double x) {
    return Math.exp(log(x));
  }
}
