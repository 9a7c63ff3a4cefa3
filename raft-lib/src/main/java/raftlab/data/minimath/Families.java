package raftlab.data.minimath;

import java.util.List;
import java.util.stream.Stream;

/** All families, in a fixed order. */
final class Families {

  /** Levels run from 1 to this. */
  static final int LEVELS = 5;

  /** The hard families of Mini-AIME. */
  static final List<Family> CONTEST = ContestFamilies.all();

  /** The families of Mini-500. */
  static final List<Family> ORDINARY =
      Stream.of(
              ArithmeticFamilies.all(),
              PrealgebraFamilies.all(),
              AlgebraFamilies.all(),
              NumberTheoryFamilies.all(),
              CountingFamilies.all(),
              SequenceFamilies.all(),
              GeometryFamilies.all())
          .flatMap(List::stream)
          .toList();

  /** The families training draws from: ordinary and contest. */
  static final List<Family> ALL = Stream.concat(ORDINARY.stream(), CONTEST.stream()).toList();

  private Families() {}

  /** Draws a problem of one subject and level; each family of that cell is equally likely. */
  static Problem problem(List<Family> from, Subject subject, int level, Draw draw) {
    List<Family> cell = from.stream().filter(f -> f.subject() == subject && f.has(level)).toList();
    return cell.get((int) draw.between(0, cell.size() - 1)).make(draw, level);
  }
}
