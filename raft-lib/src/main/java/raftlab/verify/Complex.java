package raftlab.verify;

/** A complex number in double precision. */
record Complex(double re, double im) {

  static Complex of(double re) {
    return new Complex(re, 0);
  }

  Complex plus(Complex that) {
    return new Complex(re + that.re, im + that.im);
  }

  Complex times(Complex that) {
    return im == 0 && that.im == 0
        ? of(re * that.re)
        : new Complex(re * that.re - im * that.im, re * that.im + im * that.re);
  }

  Complex over(Complex that) {
    if (im == 0 && that.im == 0) {
      return of(re / that.re);
    }
    double square = that.re * that.re + that.im * that.im;
    return new Complex(
        (re * that.re + im * that.im) / square, (im * that.re - re * that.im) / square);
  }

  Complex negate() {
    return new Complex(-re, im == 0 ? 0 : -im);
  }

  double abs() {
    return Math.hypot(re, im);
  }

  Complex exp() {
    double size = Math.exp(re);
    return im == 0 ? of(size) : new Complex(size * Math.cos(im), size * Math.sin(im));
  }

  Complex log() {
    return new Complex(Math.log(abs()), im == 0 && re >= 0 ? 0 : Math.atan2(im, re));
  }

  Complex power(Complex exponent) {
    if (im == 0 && exponent.im == 0 && (re >= 0 || exponent.re == Math.rint(exponent.re))) {
      return of(Math.pow(re, exponent.re));
    }
    return abs() == 0 ? of(0) : log().times(exponent).exp();
  }

  boolean real() {
    return Math.abs(im) <= 1e-12 * (1 + Math.abs(re));
  }

  boolean finite() {
    return Double.isFinite(re) && Double.isFinite(im);
  }

  Complex sin() {
    return new Complex(Math.sin(re) * Math.cosh(im), im == 0 ? 0 : Math.cos(re) * Math.sinh(im));
  }

  Complex cos() {
    return new Complex(Math.cos(re) * Math.cosh(im), im == 0 ? 0 : -Math.sin(re) * Math.sinh(im));
  }
}
