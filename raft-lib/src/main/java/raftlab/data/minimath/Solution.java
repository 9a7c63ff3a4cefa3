package raftlab.data.minimath;

import java.util.List;

/**
 * Steps and a final answer.
 *
 * @param steps sentences
 * @param answer the content of the box, in LaTeX
 */
record Solution(List<String> steps, String answer) {

  private static final String LAST = "So the answer is ";

  Solution {
    steps = List.copyOf(steps);
  }

  static Solution by(Solver solver, Hand hand) {
    String answer = solver.solve(hand);
    return new Solution(hand.steps(), answer);
  }

  /** Returns the steps and a last sentence with the boxed answer. */
  String boxed() {
    return String.join(" ", steps) + " " + LAST + "\\boxed{" + answer + "}.";
  }

  /** Returns the steps and a last sentence that names the answer without a box. */
  String unboxed() {
    return String.join(" ", steps) + " " + LAST + answer + ".";
  }
}
