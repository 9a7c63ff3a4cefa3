package raftlab.data.minimath;

/**
 * The elementary operations of somebody who calculates: each takes small numbers and is right,
 * except for the one at which a slip was ordered. A slip is one that people make: off by one, a
 * dropped carry or borrow, a neighbouring row of the multiplication table, a wrong sign. Counts its
 * operations; not thread-safe.
 */
final class Operations {

  /** The number of ways in which an operation can slip. */
  static final int KINDS = 3;

  private final int slipAt;
  private final int kind;
  private int done;

  private Operations(int slipAt, int kind) {
    this.slipAt = slipAt;
    this.kind = kind;
  }

  static Operations careful() {
    return new Operations(-1, 0);
  }

  /** Slips at one operation (from 0) in one of {@link #KINDS} ways. */
  static Operations slipping(int operation, int kind) {
    return new Operations(operation, kind);
  }

  /** Returns how many operations were done. */
  int done() {
    return done;
  }

  long add(long a, long b) {
    long right = Math.addExact(a, b);
    boolean carry = a > 0 && b > 0 && right >= 20 && (a % 10 + b % 10 >= 10 || b / 10 == 1);
    return next(right, carry ? right - 10 : right + 2);
  }

  long sub(long a, long b) {
    long right = Math.subtractExact(a, b);
    boolean borrow = a > b && b > 0 && a % 10 < b % 10 && a >= 20;
    return next(right, right < 0 ? -right : borrow ? right + 10 : right + 2);
  }

  long mul(long a, long b) {
    long right = Math.multiplyExact(a, b);
    boolean signs = a < 0 || b < 0;
    return next(right, signs ? -right : right + Math.max(a, b));
  }

  /** Divides; a division that a slip made inexact is cut off, as a sloppy author would. */
  long div(long a, long b) {
    return next(a / b, a / b + 2);
  }

  long neg(long a) {
    return next(-a, a);
  }

  /** Copies a result; a slip copies another number. */
  long copy(long a) {
    return next(a, a + 10);
  }

  /** Returns whether two coordinates are to be written in the right order. */
  boolean inOrder() {
    return next(0, 1) == 0;
  }

  private long next(long right, long slipped) {
    boolean slips = done == slipAt;
    done++;
    if (!slips) {
      return right;
    }
    return kind == 0 ? slipped : kind == 1 ? right + 1 : right - 1;
  }
}
