package raftlab.data.minimath;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import raftlab.core.Seeds;

/**
 * The problems of Mini-500 and Mini-AIME, and what is therefore forbidden in training: every
 * question among them (normalised) and every pair of family and numbers, whatever the wording.
 * Immutable; made once.
 */
final class TestProblems {

  private static final long SEED = 20_230_413;
  private static final int MINI_500 = 500;
  private static final int MINI_AIME = 30;
  private static final TestProblems FIXED = new TestProblems();

  private final Set<String> reserved = new HashSet<>();
  private final List<Problem> mini500;
  private final List<Problem> miniAime;

  private TestProblems() {
    miniAime = distinct("mini-aime", MINI_AIME, TestProblems::contestProblem);
    mini500 = distinct("mini-500", MINI_500, TestProblems::ordinaryProblem);
  }

  static TestProblems fixed() {
    return FIXED;
  }

  List<Problem> mini500() {
    return mini500;
  }

  List<Problem> miniAime() {
    return miniAime;
  }

  /** Returns whether a problem may not be in training data. */
  boolean reserves(Problem problem) {
    return reserved.contains(problem.key()) || reserved.contains(problem.normalisedQuestion());
  }

  private List<Problem> distinct(String name, int count, Function<Place, Problem> maker) {
    List<Problem> problems = new ArrayList<>();
    for (int attempt = 0; problems.size() < count; attempt++) {
      long seed = Seeds.derive(SEED, Seeds.key(name), attempt);
      Problem problem = maker.apply(new Place(problems.size(), new Draw(seed)));
      if (!reserves(problem)) {
        reserved.add(problem.key());
        reserved.add(problem.normalisedQuestion());
        problems.add(problem);
      }
    }
    return List.copyOf(problems);
  }

  /** A place in a test set and the draws of one attempt to fill it. */
  private record Place(int index, Draw draw) {}

  private static Problem contestProblem(Place place) {
    List<Family> families = Families.CONTEST;
    return families.get(place.index() % families.size()).make(place.draw(), Families.LEVELS);
  }

  /** Walks through the cells (subject, level), so that any prefix of Mini-500 is balanced too. */
  private static Problem ordinaryProblem(Place place) {
    Subject[] subjects = Subject.values();
    int[] cells = Seeds.permutation(subjects.length * Families.LEVELS, SEED);
    int cell = cells[place.index() % cells.length];
    Subject subject = subjects[cell % subjects.length];
    return Families.problem(Families.ORDINARY, subject, 1 + cell / subjects.length, place.draw());
  }
}
