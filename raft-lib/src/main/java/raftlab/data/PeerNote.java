package raftlab.data;

import java.util.Optional;
import raftlab.core.Checks;

/**
 * What a rollout file says of one completion beside its text.
 *
 * @param extracted the answer that its authors' code read from the completion, empty if none
 * @param grade its authors' verdict, empty if the file has none; a verdict, not the truth
 * @param score a reward model's score, NaN if the file has none
 */
public record PeerNote(String extracted, Optional<Boolean> grade, double score) {

  /** The note of a completion of which the file says nothing. */
  public static final PeerNote NONE = new PeerNote("", Optional.empty(), Double.NaN);

  public PeerNote {
    Checks.notNull(extracted, "extracted answer");
    Checks.notNull(grade, "grade");
  }
}
