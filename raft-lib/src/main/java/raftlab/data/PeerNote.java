package raftlab.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import raftlab.core.Checks;
import raftlab.core.Completion;

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

  /** Returns the note that a completion carries in its columns. */
  static PeerNote of(Completion completion) {
    return new PeerNote(
        completion.find(Completion.EXTRACTED).orElse(""),
        completion.find(Completion.GRADE).map(Boolean::parseBoolean),
        completion.find(Completion.SCORE).map(Double::parseDouble).orElse(Double.NaN));
  }

  /** Returns the note as columns of a completion. */
  Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    if (!extracted.isEmpty()) {
      columns.put(Completion.EXTRACTED, extracted);
    }
    grade.ifPresent(right -> columns.put(Completion.GRADE, right.toString()));
    if (!Double.isNaN(score)) {
      columns.put(Completion.SCORE, Double.toString(score));
    }
    return columns;
  }
}
