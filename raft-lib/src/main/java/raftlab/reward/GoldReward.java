package raftlab.reward;

import java.util.Locale;
import java.util.stream.Collectors;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;
import raftlab.data.dialogue.Gold;
import raftlab.data.dialogue.Reply;

/**
 * The gold preference of the dialogue world as a reward, in [-4, 4]. In an experiment it stands in
 * for the people whose preference a reward model learns: it measures, and is not trained on.
 * Thread-safe.
 */
public final class GoldReward implements RewardFunction {

  @Override
  public String name() {
    return "gold of dialogue";
  }

  @Override
  public Reward score(Prompt prompt, Completion completion) {
    Reply reply = Gold.reply(prompt.answer(), completion.text());
    String said =
        reply.kinds().stream()
            .map(kind -> kind.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    return Reward.of(
        Gold.value(prompt.answer(), completion.text()), said.isEmpty() ? "says nothing" : said);
  }
}
