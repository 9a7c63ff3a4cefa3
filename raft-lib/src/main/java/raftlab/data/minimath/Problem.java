package raftlab.data.minimath;

import java.util.Locale;

/** An exercise with its family and level. */
record Problem(Family family, int level, Exercise exercise) {

  /** Returns the question. */
  String question() {
    return exercise.question();
  }

  /** Returns the reference solution. */
  Solution solution() {
    return Solution.by(exercise.solver(), new Hand(Operations.careful()));
  }

  /** Returns what two wordings of the same problem share: family and numbers. */
  String key() {
    return family.name() + exercise.numbers();
  }

  /** Returns the question in lower case without anything but letters, digits and signs. */
  String normalisedQuestion() {
    return question().toLowerCase(Locale.ROOT).replaceAll("[\\s.,?]+", " ").strip();
  }
}
