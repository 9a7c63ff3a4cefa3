package raftlab.verify;

import raftlab.verify.Node.Op;

/**
 * Residues: {@code 10 \pmod 7} is the class of 10, {@code 17 \bmod 5} the remainder 2. Two classes
 * of one modulus are the same if their difference is a multiple of it; against a bare number a
 * class stands for the number written only, a remainder for its value too.
 */
final class Residues {

  /** {@code 10 \pmod 7} and {@code 10 (mod 7)}. */
  static final String CLASS = "pmod";

  /** {@code 17 \bmod 5}. */
  static final String REMAINDER = "mod";

  private Residues() {}

  static boolean is(Node node) {
    return node instanceof Op op && (op.name().equals(CLASS) || op.name().equals(REMAINDER));
  }

  /** Compares two answers of which one at least is a residue. */
  static Judgement compare(Node gold, Node answer, Comparison comparison, Budget budget) {
    if (is(gold) && is(answer)) {
      Judgement moduli = comparison.compare(part(gold, 1), part(answer, 1));
      return moduli.isEqual() ? classes(gold, answer, comparison, budget) : moduli;
    }
    Node residue = is(gold) ? gold : answer;
    Node bare = is(gold) ? answer : gold;
    Judgement written = comparison.compare(part(residue, 0), bare);
    boolean remainder = ((Op) residue).name().equals(REMAINDER);
    Node least = written.isEqual() || !remainder ? null : least(residue, budget);
    return least == null ? written : comparison.compare(least, bare);
  }

  private static Judgement classes(Node gold, Node answer, Comparison comparison, Budget budget) {
    Node left = least(gold, budget);
    Node right = least(answer, budget);
    return left == null || right == null
        ? comparison.compare(part(gold, 0), part(answer, 0))
        : comparison.compare(left, right);
  }

  private static Node part(Node residue, int k) {
    return ((Op) residue).args().get(k);
  }

  /** The remainder from 0 to the modulus, or null if one of the two is no whole number. */
  private static Node least(Node residue, Budget budget) {
    Rational value = Exact.value(part(residue, 0), budget);
    Rational modulus = Exact.value(part(residue, 1), budget);
    boolean whole =
        value != null
            && modulus != null
            && value.isInteger()
            && modulus.isInteger()
            && modulus.signum() > 0;
    return whole ? new Node.Num(Numeral.exact(Rational.of(value.num().mod(modulus.num())))) : null;
  }
}
