package raftlab.verify;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A product of powers of atoms, ordered by spelling. Immutable.
 *
 * @param powers atoms with their exponents
 * @param key the spelling, kept because it is compared often
 */
record Monomial(SortedMap<String, Integer> powers, String key) implements Comparable<Monomial> {

  static final Monomial ONE = new Monomial(new TreeMap<>());

  private Monomial(SortedMap<String, Integer> powers) {
    this(powers, powers.isEmpty() ? "" : powers.toString());
  }

  Monomial {
    powers = Collections.unmodifiableSortedMap(powers);
  }

  static Monomial of(String atom) {
    TreeMap<String, Integer> powers = new TreeMap<>();
    powers.put(atom, 1);
    return new Monomial(powers);
  }

  Monomial times(Monomial that) {
    if (that.powers.isEmpty()) {
      return this;
    }
    TreeMap<String, Integer> product = new TreeMap<>(powers);
    that.powers.forEach((atom, power) -> product.merge(atom, power, Integer::sum));
    product.values().forEach(power -> Budget.atMost(power, Budget.DEGREE, "degrees"));
    return new Monomial(product);
  }

  /** Evaluation steps for each use of the spelling. */
  int weight() {
    return key.length() / 8;
  }

  Monomial with(String atom, int power) {
    TreeMap<String, Integer> changed = new TreeMap<>(powers);
    if (power == 0) {
      changed.remove(atom);
    } else {
      changed.put(atom, power);
    }
    return new Monomial(changed);
  }

  /** Atoms with brackets are functions, which may hide an identity; so may e and pi together. */
  boolean decides() {
    boolean both = powers.containsKey("pi") && powers.containsKey("e");
    return !both && powers.keySet().stream().allMatch(atom -> atom.indexOf('(') < 0);
  }

  @Override
  public int compareTo(Monomial that) {
    return key.compareTo(that.key);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Monomial that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return key;
  }
}
