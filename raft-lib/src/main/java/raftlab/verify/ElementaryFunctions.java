package raftlab.verify;

/** Functions of one complex number. */
final class ElementaryFunctions {

  private ElementaryFunctions() {}

  static Complex of(String name, Complex a) {
    Complex one = Complex.of(1);
    return switch (name) {
      case "sqrt" ->
          a.im() == 0 && a.re() < 0 ? new Complex(0, Math.sqrt(-a.re())) : a.power(Complex.of(0.5));
      case "exp" -> a.exp();
      case "ln", "log" -> a.log();
      case "log10" -> a.log().over(Complex.of(Math.log(10)));
      case "abs" -> Complex.of(a.abs());
      case "sin" -> a.sin();
      case "cos" -> a.cos();
      case "tan" -> a.sin().over(a.cos());
      case "cot", "ctg" -> a.cos().over(a.sin());
      case "sec" -> one.over(a.cos());
      case "csc" -> one.over(a.sin());
      case "deg" -> a.times(Complex.of(Math.PI / 180));
      case "sinh" -> half(a.exp().plus(a.negate().exp().negate()));
      case "cosh" -> half(a.exp().plus(a.negate().exp()));
      case "tanh" -> of("sinh", a).over(of("cosh", a));
      case "sech" -> one.over(of("cosh", a));
      case "csch" -> one.over(of("sinh", a));
      case "coth" -> of("cosh", a).over(of("sinh", a));
      default -> a.real() ? Complex.of(real(name, a.re())) : new Complex(Double.NaN, 0);
    };
  }

  private static double real(String name, double x) {
    return switch (name) {
      case "arcsin" -> Math.asin(x);
      case "arccos" -> Math.acos(x);
      case "arctan" -> Math.atan(x);
      case "arccot" -> Math.PI / 2 - Math.atan(x);
      case "arcsec" -> Math.acos(1 / x);
      case "arccsc" -> Math.asin(1 / x);
      case "arsinh" -> Math.log(x + Math.sqrt(x * x + 1));
      case "arcosh" -> Math.log(x + Math.sqrt(x * x - 1));
      case "artanh" -> 0.5 * Math.log((1 + x) / (1 - x));
      case "floor" -> Math.floor(x);
      case "ceil" -> Math.ceil(x);
      case "fact" -> x == Math.rint(x) && x < 0 ? Double.NaN : Math.exp(Gamma.log(x + 1));
      default ->
          name.startsWith("call") ? Math.sin(x * (1 + (name.hashCode() & 7)) + 1) : Double.NaN;
    };
  }

  private static Complex half(Complex a) {
    return a.times(Complex.of(0.5));
  }
}
