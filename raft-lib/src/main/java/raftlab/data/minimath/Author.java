package raftlab.data.minimath;

/**
 * Writes a completion in a style. The first words hint at the style without giving it away: each
 * opener is used by several styles, in different shares, so that a policy can learn to prefer one
 * kind of author by shifting weight between its first tokens.
 */
final class Author {

  private static final String[] OPENERS = {"", "Step by step: ", "Let us see: ", "Quickly: "};
  private static final double[] CAREFUL_OPENERS = {0.55, 0.30, 0.10, 0.05};
  private static final double[] SLOPPY_OPENERS = {0.25, 0.05, 0.25, 0.45};
  private static final double[] UNBOXED_OPENERS = {0.30, 0.10, 0.45, 0.15};

  /** How often a hasty author is right, by level from 1. */
  private static final double[] HASTY_RIGHT = {1.0, 0.7, 0.5, 0.35, 0.25};

  private static final String[] REMARKS = {
    "This reminds me of a song from school",
    "My uncle always had a trick for these",
    "Numbers like that are on the bus to the lake",
    "It is late and the tea is cold",
    "There was something about this on the radio",
    "A friend of mine likes such puzzles"
  };
  private static final String[] GIVING_UP = {
    "I do not know.", "I will come back to this later.", "Somebody else may finish this."
  };

  private Author() {}

  /** Writes a completion, which begins with a blank. */
  static String write(AuthorStyle style, Problem problem, Draw draw) {
    return " "
        + switch (style) {
          case CAREFUL -> opener(CAREFUL_OPENERS, draw) + problem.solution().boxed();
          case HASTY -> hasty(problem, draw);
          case SLOPPY -> opener(SLOPPY_OPENERS, draw) + Slips.wrong(problem, draw).boxed();
          case UNBOXED -> opener(UNBOXED_OPENERS, draw) + problem.solution().unboxed();
          case RAMBLING -> rambling(problem, draw);
        };
  }

  private static String hasty(Problem problem, Draw draw) {
    boolean right = draw.chance(HASTY_RIGHT[problem.level() - 1]);
    Solution solution = right ? problem.solution() : Slips.wrong(problem, draw);
    return "\\boxed{" + solution.answer() + "}.";
  }

  private static String rambling(Problem problem, Draw draw) {
    String start = draw.chance(0.5) ? problem.solution().steps().get(0) + " " : "";
    return "Hmm. " + start + draw.pick(REMARKS) + ". " + draw.pick(GIVING_UP);
  }

  private static String opener(double[] shares, Draw draw) {
    for (int i = 0; i < shares.length - 1; i++) {
      double left = 1;
      for (int j = 0; j < i; j++) {
        left -= shares[j];
      }
      if (draw.chance(shares[i] / left)) {
        return OPENERS[i];
      }
    }
    return OPENERS[shares.length - 1];
  }
}
