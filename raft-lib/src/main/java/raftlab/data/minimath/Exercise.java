package raftlab.data.minimath;

import java.util.Arrays;
import java.util.List;

/**
 * What a family makes: the question, the numbers that decide its answer, and how to solve it.
 *
 * @param question one or two sentences
 * @param numbers the drawn numbers in the order the family documents; with the family's name they
 *     identify the problem behind any wording
 * @param solver writes the steps
 */
record Exercise(String question, List<Long> numbers, Solver solver) {

  Exercise {
    numbers = List.copyOf(numbers);
  }

  static Exercise of(String question, Solver solver, long... numbers) {
    return new Exercise(question, Arrays.stream(numbers).boxed().toList(), solver);
  }
}
