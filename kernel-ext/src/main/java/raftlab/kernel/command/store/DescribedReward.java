package raftlab.kernel.command.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import raftlab.core.Checks;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;
import raftlab.kernel.command.Origin;
import raftlab.kernel.command.Session;
import raftlab.kernel.command.Setting;
import raftlab.kernel.notebook.Report;
import raftlab.kernel.notebook.Reported;

/**
 * A reward function that a command has made, with the recipe that makes it again. As thread-safe as
 * the function.
 *
 * @param recipe how to make it again
 * @param function what scores
 * @param shown what the user sees of it: its headline and, when it is new, a trial
 */
public record DescribedReward(RewardRecipe recipe, RewardFunction function, Report shown)
    implements RewardFunction, Reported {

  private static final Set<String> NOT_PART = Set.of("as", "out", "q", "seed", "dry-run", "help");

  public DescribedReward {
    Checks.notNull(recipe, "recipe");
    Checks.notNull(function, "reward function");
    Checks.notNull(shown, "description");
  }

  /**
   * Describes the function that a command has just made from its options and its body. Settings
   * from other layers become options, so that a later change of the configuration does not change
   * the reward.
   */
  public static DescribedReward of(
      Session session, String command, String name, RewardFunction function) {
    return of(session, command, name, function, Map.of());
  }

  /** Describes a function whose options name other rewards. */
  public static DescribedReward of(
      Session session,
      String command,
      String name,
      RewardFunction function,
      Map<String, RewardRecipe> terms) {
    List<String> words = new ArrayList<>(List.of(command, name));
    for (Setting setting : session.resolved()) {
      if (setting.origin() != Origin.DEFAULT && !NOT_PART.contains(setting.key())) {
        words.add(word(setting));
      }
    }
    RewardRecipe recipe = new RewardRecipe(words, session.body().orElse(""), terms);
    return new DescribedReward(recipe, function, Report.of(name + ": " + function.name()));
  }

  private static String word(Setting setting) {
    String dashes = setting.key().length() == 1 ? "-" : "--";
    return dashes + setting.key() + "=" + setting.value();
  }

  /** Returns this reward, shown otherwise. */
  public DescribedReward shownAs(Report report) {
    return new DescribedReward(recipe, function, report);
  }

  @Override
  public Reward score(Prompt prompt, Completion completion) {
    return function.score(prompt, completion);
  }

  @Override
  public List<Reward> scoreAll(List<Prompt> prompts, List<Completion> completions) {
    return function.scoreAll(prompts, completions);
  }

  @Override
  public int batch() {
    return function.batch();
  }

  @Override
  public boolean countsKl() {
    return function.countsKl();
  }

  @Override
  public String name() {
    return function.name();
  }

  @Override
  public Report report() {
    return shown;
  }

  @Override
  public String toString() {
    return shown.headline();
  }
}
