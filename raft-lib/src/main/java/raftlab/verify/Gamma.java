package raftlab.verify;

/** The logarithm of the gamma function by Stirling's series, for factorials of large numbers. */
final class Gamma {

  private Gamma() {}

  static double log(double x) {
    if (!(x > 0)) {
      return Double.NaN;
    }
    double shift = 0;
    double z = x;
    while (z < 12) {
      shift += Math.log(z);
      z++;
    }
    double square = z * z;
    double series =
        (1 - (1.0 / 30 - (1.0 / 105 - 1.0 / (140 * square)) / square) / square) / (12 * z);
    return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
  }
}
