package raftlab.data;

import java.util.List;
import raftlab.core.Checks;
import raftlab.core.PromptSet;
import raftlab.core.RolloutSet;

/**
 * Completions that somebody else's model produced, with what their file says of each. The notes are
 * columns of the completions, so they go wherever the rollouts go.
 *
 * @param prompts the prompts, with the reference answer and the file's short columns
 * @param rollouts the completions, in the order of the prompts
 * @param format which kind of file it was
 */
public record ImportedRollouts(PromptSet prompts, RolloutSet rollouts, String format) {

  public ImportedRollouts {
    Checks.notNull(format, "format");
    Checks.that(
        prompts.size() == rollouts.rollouts().size(),
        () -> "the import lost a prompt: " + prompts + ", " + rollouts);
  }

  /** Returns the note on a completion. */
  public PeerNote note(int prompt, int sample) {
    return PeerNote.of(rollouts.rollouts().get(prompt).completions().get(sample));
  }

  /** Returns the notes on all completions, by prompt and sample. */
  public List<List<PeerNote>> notes() {
    return rollouts.rollouts().stream()
        .map(rollout -> rollout.completions().stream().map(PeerNote::of).toList())
        .toList();
  }

  /** Returns whether every completion has its authors' verdict. */
  public boolean hasGrades() {
    return notes().stream().allMatch(group -> group.stream().allMatch(n -> n.grade().isPresent()));
  }

  /** Returns whether every completion has a reward model's score. */
  public boolean hasScores() {
    return notes().stream()
        .allMatch(group -> group.stream().noneMatch(n -> Double.isNaN(n.score())));
  }

  @Override
  public String toString() {
    return rollouts + " (" + format + ")";
  }
}
