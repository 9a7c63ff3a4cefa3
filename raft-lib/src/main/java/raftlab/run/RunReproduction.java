package raftlab.run;

import java.util.List;
import java.util.Optional;

/**
 * What the repetition of a run showed.
 *
 * @param run the run
 * @param again the folder of its repetition
 * @param rounds how many rounds were compared, the start not counted
 * @param tolerance within which numbers count as equal; 0 compares bits
 * @param difference the first one; empty if there is none
 * @param provenance what differs in how the two were made, such as versions; not a difference of
 *     the runs
 */
public record RunReproduction(
    String run,
    String again,
    int rounds,
    double tolerance,
    Optional<RunDifference> difference,
    List<String> provenance) {

  public RunReproduction {
    provenance = List.copyOf(provenance);
  }

  /** Returns whether nothing differs. */
  public boolean same() {
    return difference.isEmpty();
  }

  @Override
  public String toString() {
    return difference
        .map(each -> run + " is not reproduced: " + each)
        .orElseGet(
            () ->
                run
                    + " is reproduced: "
                    + rounds
                    + (rounds == 1 ? " round" : " rounds")
                    + (tolerance == 0 ? ", every sample and weight" : ", every sample")
                    + " the same");
  }
}
