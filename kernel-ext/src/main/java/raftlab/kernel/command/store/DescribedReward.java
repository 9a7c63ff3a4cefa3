package raftlab.kernel.command.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;
import raftlab.kernel.command.Origin;
import raftlab.kernel.command.Session;
import raftlab.kernel.command.Setting;

/**
 * A reward function with the words of the command that makes it again, such as {@code reward exact
 * --rule=exact}. As thread-safe as the function.
 *
 * @param words the command, the name and the options
 * @param function what scores
 */
public record DescribedReward(List<String> words, RewardFunction function)
    implements RewardFunction {

  private static final Set<String> NOT_PART = Set.of("as", "out", "q", "seed", "dry-run", "help");

  public DescribedReward {
    words = List.copyOf(words);
  }

  /**
   * Describes the function that a command has just made from its options. Settings from other
   * layers become options, so that a later change of the configuration does not change the reward.
   */
  public static DescribedReward of(
      Session session, String command, String name, RewardFunction function) {
    List<String> words = new ArrayList<>(List.of(command, name));
    for (Setting setting : session.resolved()) {
      if (setting.origin() != Origin.DEFAULT && !NOT_PART.contains(setting.key())) {
        words.add(word(setting));
      }
    }
    return new DescribedReward(words, function);
  }

  private static String word(Setting setting) {
    String dashes = setting.key().length() == 1 ? "-" : "--";
    return dashes + setting.key() + "=" + setting.value();
  }

  @Override
  public Reward score(Prompt prompt, Completion completion) {
    return function.score(prompt, completion);
  }

  @Override
  public String name() {
    return function.name();
  }
}
