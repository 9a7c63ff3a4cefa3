package raftlab.verify;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A polynomial with rational coefficients in named atoms. Atoms {@code i} and {@code √p} (p prime)
 * are reduced by their squares, so that equal sums of roots have one form. Immutable by convention:
 * no method changes a polynomial once it is returned.
 */
final class Poly {

  private static final String ROOT = "√";

  private final NavigableMap<Monomial, Rational> terms;

  private Poly(NavigableMap<Monomial, Rational> terms) {
    this.terms = terms;
  }

  static Poly of(Rational value) {
    NavigableMap<Monomial, Rational> terms = new TreeMap<>();
    if (!value.isZero()) {
      terms.put(Monomial.ONE, value);
    }
    return new Poly(terms);
  }

  static Poly atom(String name) {
    NavigableMap<Monomial, Rational> terms = new TreeMap<>();
    terms.put(Monomial.of(name), Rational.ONE);
    return new Poly(terms);
  }

  static Poly root(BigInteger prime) {
    return atom(ROOT + prime);
  }

  boolean isZero() {
    return terms.isEmpty();
  }

  Map<Monomial, Rational> terms() {
    return terms;
  }

  /** Returns the value if there are no atoms, else null. */
  Rational constant() {
    if (terms.isEmpty()) {
      return Rational.ZERO;
    }
    return terms.size() == 1 ? terms.get(Monomial.ONE) : null;
  }

  Poly plus(Poly that, Budget budget) {
    NavigableMap<Monomial, Rational> sum = new TreeMap<>(terms);
    that.terms.forEach((monomial, factor) -> add(sum, monomial, factor, budget));
    budget.spend(1 + that.terms.size() + terms.size() / 4);
    return bounded(sum);
  }

  /** The sum of many, made in one. */
  static Poly sum(List<Poly> parts, Budget budget) {
    NavigableMap<Monomial, Rational> sum = new TreeMap<>();
    for (Poly part : parts) {
      budget.spend(1 + part.terms.size());
      part.terms.forEach((monomial, factor) -> add(sum, monomial, factor, budget));
      Budget.atMost(sum.size(), Budget.TERMS, "terms of a polynomial");
    }
    return new Poly(sum);
  }

  Poly negate() {
    return times(Rational.of(-1));
  }

  Poly times(Rational factor) {
    NavigableMap<Monomial, Rational> product = new TreeMap<>();
    if (!factor.isZero()) {
      terms.forEach((monomial, own) -> product.put(monomial, own.times(factor)));
    }
    return new Poly(product);
  }

  Poly times(Poly that, Budget budget) {
    NavigableMap<Monomial, Rational> product = new TreeMap<>();
    for (Map.Entry<Monomial, Rational> left : terms.entrySet()) {
      for (Map.Entry<Monomial, Rational> right : that.terms.entrySet()) {
        budget.spend(
            40
                + left.getKey().weight()
                + right.getKey().weight()
                + Rational.cost(left.getValue(), right.getValue()));
        Monomial monomial = left.getKey().times(right.getKey());
        addReduced(product, monomial, left.getValue().times(right.getValue()), budget);
      }
      Budget.atMost(product.size(), Budget.TERMS, "terms of a polynomial");
    }
    return bounded(product);
  }

  private static void addReduced(
      NavigableMap<Monomial, Rational> sum, Monomial monomial, Rational factor, Budget budget) {
    Rational coefficient = factor;
    Monomial reduced = monomial;
    for (Map.Entry<String, Integer> power : monomial.powers().entrySet()) {
      String atom = power.getKey();
      int exponent = power.getValue();
      if (exponent > 1 && (atom.equals("i") || atom.startsWith(ROOT))) {
        Rational square =
            atom.equals("i") ? Rational.of(-1) : Rational.of(new BigInteger(atom.substring(1)));
        coefficient = coefficient.times(square.power(exponent / 2));
        reduced = reduced.with(atom, exponent % 2);
      }
    }
    add(sum, reduced, coefficient, budget);
  }

  private static void add(
      NavigableMap<Monomial, Rational> sum, Monomial monomial, Rational factor, Budget budget) {
    Rational before = sum.get(monomial);
    budget.spend(before == null ? monomial.weight() : Rational.cost(before, factor));
    Rational after = before == null ? factor : before.plus(factor);
    if (after.isZero()) {
      sum.remove(monomial);
    } else {
      sum.put(monomial, after);
    }
  }

  private static Poly bounded(NavigableMap<Monomial, Rational> terms) {
    Budget.atMost(terms.size(), Budget.TERMS, "terms of a polynomial");
    return new Poly(terms);
  }

  /**
   * Returns whether different forms are certainly different values: variables, i and roots only.
   */
  boolean decides() {
    return terms.keySet().stream().allMatch(Monomial::decides);
  }

  /** Returns this divided by its leading coefficient; zero stays zero. */
  Poly monic() {
    return isZero() ? this : times(Rational.ONE.over(terms.lastEntry().getValue()));
  }

  /** Returns the sign of the leading coefficient. */
  int sign() {
    return isZero() ? 0 : terms.lastEntry().getValue().signum();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Poly that && terms.equals(that.terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }

  @Override
  public String toString() {
    return terms.toString();
  }
}
