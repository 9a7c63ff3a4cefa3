package raftlab.select;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import raftlab.core.Completion;
import raftlab.core.FinishReason;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.SamplingSettings;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.core.Selection;
import raftlab.core.TokenTrace;

/** Small scored sets: prompts p0, p1, ... whose completions are named by prompt and sample. */
final class Scores {

  private Scores() {}

  /** One group per row of rewards; NaN means skipped. */
  static ScoredSet of(double[]... rewards) {
    List<ScoredGroup> groups = new ArrayList<>();
    for (int p = 0; p < rewards.length; p++) {
      List<Scored> samples = new ArrayList<>();
      for (int i = 0; i < rewards[p].length; i++) {
        samples.add(sample(i, "p" + p + "/" + i, FinishReason.END, rewards[p][i]));
      }
      groups.add(group(p, samples));
    }
    return set(groups);
  }

  static ScoredSet set(List<ScoredGroup> groups) {
    return new ScoredSet("s", "policy", "test", SamplingSettings.of(4, 16, 1), groups);
  }

  static ScoredGroup group(int p, List<Scored> samples) {
    return new ScoredGroup(new Prompt("p" + p, "same text", Map.of()), samples);
  }

  static Scored sample(int index, String text, FinishReason finish, double reward) {
    return new Scored(
        new Completion(index, text, TokenTrace.NONE, finish), Reward.of(reward, "given"));
  }

  static double[] row(double... rewards) {
    return rewards;
  }

  static List<String> kept(Selection selection) {
    return selection.kept().stream().map(kept -> kept.completion().text()).toList();
  }

  static List<String> kept(SelectionSettings settings, ScoredSet set) {
    return kept(Selectors.of(settings).select(set, 1));
  }

  static String stages(Selection selection) {
    return String.join(
        " ",
        Arrays.stream(selection.funnel().stages().toArray())
            .map(Object::toString)
            .map(
                text -> text.replaceAll("Stage\\[name=(.*), dropped=(\\d+), left=(\\d+)]", "$1:$3"))
            .toList());
  }
}
