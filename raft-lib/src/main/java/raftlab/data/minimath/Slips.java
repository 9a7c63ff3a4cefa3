package raftlab.data.minimath;

/** Wrong solutions as people write them: one operation slips and the rest follows from it. */
final class Slips {

  private Slips() {}

  /**
   * Solves with one slip that changes the answer. Begins at a random operation and a random kind of
   * slip and takes the first that does.
   */
  static Solution wrong(Problem problem, Draw draw) {
    Solver solver = problem.exercise().solver();
    Hand careful = new Hand(Operations.careful());
    String right = solver.solve(careful);
    int ways = careful.ops().done() * Operations.KINDS;
    int start = (int) draw.between(0, ways - 1);
    for (int i = 0; i < ways; i++) {
      int way = (start + i) % ways;
      Operations slipping = Operations.slipping(way / Operations.KINDS, way % Operations.KINDS);
      Solution solution = tried(solver, slipping);
      if (solution != null && !solution.answer().equals(right)) {
        return solution;
      }
    }
    throw new IllegalStateException("no slip changes the answer of: " + problem.question());
  }

  /** Returns null if the slip led where the steps cannot go on. */
  private static Solution tried(Solver solver, Operations operations) {
    try {
      return Solution.by(solver, new Hand(operations));
    } catch (ArithmeticException deadEnd) {
      return null;
    }
  }
}
