package raftlab.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import raftlab.core.Checks;
import raftlab.core.Completion;
import raftlab.core.PromptSet;
import raftlab.core.Reward;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;

/**
 * Completions that somebody else's model produced, with what their file says of each. The settings
 * of the rollouts hold the true number of completions; temperature and the other settings are not
 * in such files and hold the defaults, so they must not be shown as the model's.
 *
 * @param prompts the prompts, with the reference answer and the file's short columns
 * @param rollouts the completions, in the order of the prompts
 * @param notes one per completion: the first index is the prompt's, the second the sample's
 * @param format which kind of file it was
 */
public record ImportedRollouts(
    PromptSet prompts, RolloutSet rollouts, List<List<PeerNote>> notes, String format) {

  public ImportedRollouts {
    Checks.notNull(format, "format");
    notes = notes.stream().map(List::copyOf).toList();
    Checks.that(
        prompts.size() == rollouts.rollouts().size() && prompts.size() == notes.size(),
        () -> "the import lost a prompt: " + prompts + ", " + rollouts);
    for (int i = 0; i < notes.size(); i++) {
      int completions = rollouts.rollouts().get(i).completions().size();
      int noted = notes.get(i).size();
      Checks.that(noted == completions, () -> noted + " notes on " + completions + " completions");
    }
  }

  /** Returns the note on a completion. */
  public PeerNote note(int prompt, int sample) {
    return notes.get(prompt).get(sample);
  }

  /** Returns whether every completion has its authors' verdict. */
  public boolean hasGrades() {
    return notes.stream().allMatch(group -> group.stream().allMatch(n -> n.grade().isPresent()));
  }

  /** Returns whether every completion has a reward model's score. */
  public boolean hasScores() {
    return notes.stream().allMatch(group -> group.stream().noneMatch(n -> Double.isNaN(n.score())));
  }

  /** Returns the authors' verdicts as rewards 1 and 0; a completion without one is skipped. */
  public ScoredSet scoredByGrade() {
    return scored("peer-grade", ImportedRollouts::gradeReward);
  }

  /** Returns the reward model's scores as rewards; a completion without one is skipped. */
  public ScoredSet scoredByModel() {
    return scored("model-score", ImportedRollouts::scoreReward);
  }

  private ScoredSet scored(String rewardName, Function<PeerNote, Reward> reward) {
    List<ScoredGroup> groups = new ArrayList<>();
    for (int i = 0; i < notes.size(); i++) {
      Rollout rollout = rollouts.rollouts().get(i);
      List<Scored> samples = new ArrayList<>();
      for (Completion completion : rollout.completions()) {
        samples.add(new Scored(completion, reward.apply(note(i, samples.size()))));
      }
      groups.add(new ScoredGroup(rollout.prompt(), samples));
    }
    return new ScoredSet(
        rollouts.name(), rollouts.policyId(), rewardName, rollouts.settings(), groups);
  }

  private static Reward gradeReward(PeerNote note) {
    return note.grade()
        .map(
            right ->
                Reward.of(
                    right ? 1 : 0,
                    right ? "its authors graded it right" : "its authors graded it wrong",
                    note.extracted()))
        .orElseGet(() -> Reward.skipped("the file has no grade for it"));
  }

  private static Reward scoreReward(PeerNote note) {
    return Double.isNaN(note.score())
        ? Reward.skipped("the file has no score for it")
        : Reward.of(note.score(), "score of the authors' reward model", note.extracted());
  }

  @Override
  public String toString() {
    return rollouts + " (" + format + ")";
  }
}
