package raftlab.data.minimath;

/** Solves one problem by hand: writes the steps and returns the final answer in LaTeX. */
@FunctionalInterface
interface Solver {

  /**
   * Solves with the hand given.
   *
   * @throws ArithmeticException if a slip of the hand led where the steps cannot go on
   */
  String solve(Hand hand);
}
