package raftlab.data.minimath;

import raftlab.core.Seeds;

/** Training problems: a pure function of (seed, index) that never gives a test problem. */
final class TrainProblems {

  private TrainProblems() {}

  /** Draws until the problem is not reserved for a test; subjects and levels are equally likely. */
  static Problem at(long seed, long index) {
    for (int attempt = 0; ; attempt++) {
      Draw draw = new Draw(Seeds.derive(seed, Seeds.key("minimath"), index, attempt));
      Subject[] subjects = Subject.values();
      Subject subject = subjects[(int) draw.between(0, subjects.length - 1)];
      int level = (int) draw.between(1, Families.LEVELS);
      Problem problem = Families.problem(Families.ALL, subject, level, draw);
      if (!TestProblems.fixed().reserves(problem)) {
        return problem;
      }
    }
  }
}
