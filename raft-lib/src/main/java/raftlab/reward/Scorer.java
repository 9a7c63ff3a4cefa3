package raftlab.reward;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import raftlab.core.Completion;
import raftlab.core.Event;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;

/**
 * Runs a reward over a rollout set. Completions are scored in parallel on the common pool, or in
 * batches if the reward likes that better; the result has the order of the rollouts whatever the
 * threads do. An exception makes its completion skipped with the reason, never zero. Stops between
 * completions.
 */
public final class Scorer {

  private static final int CHUNK = 64;

  private Scorer() {}

  /** Scores every completion; the scored set takes the rollout set's name. */
  public static ScoredSet score(RolloutSet rollouts, RewardFunction reward, RunContext context) {
    List<Sample> samples = flatten(rollouts);
    List<Reward> rewards = new ArrayList<>(samples.size());
    context.emit(new Event.Progress("score", 0, samples.size(), ""));
    int chunk = Math.max(CHUNK, reward.batch());
    for (int from = 0; from < samples.size(); from += chunk) {
      int to = Math.min(samples.size(), from + chunk);
      rewards.addAll(scoreAll(samples.subList(from, to), reward, context));
      context.emit(new Event.Progress("score", to, samples.size(), ""));
    }
    return new ScoredSet(
        rollouts.name(),
        rollouts.policyId(),
        reward.name(),
        rollouts.settings(),
        regroup(rollouts, rewards));
  }

  private record Sample(Prompt prompt, Completion completion) {}

  private static List<Sample> flatten(RolloutSet rollouts) {
    return rollouts.rollouts().stream()
        .flatMap(
            rollout ->
                rollout.completions().stream()
                    .map(completion -> new Sample(rollout.prompt(), completion)))
        .toList();
  }

  private static List<Reward> scoreAll(
      List<Sample> samples, RewardFunction reward, RunContext context) {
    if (reward.batch() > 1) {
      context.checkStop();
      return reward.scoreAll(
          samples.stream().map(Sample::prompt).toList(),
          samples.stream().map(Sample::completion).toList());
    }
    return IntStream.range(0, samples.size())
        .parallel()
        .mapToObj(
            i -> {
              context.checkStop();
              Sample sample = samples.get(i);
              return GuardedReward.attempt(reward, sample.prompt(), sample.completion());
            })
        .toList();
  }

  private static List<ScoredGroup> regroup(RolloutSet rollouts, List<Reward> rewards) {
    List<ScoredGroup> groups = new ArrayList<>();
    int next = 0;
    for (Rollout rollout : rollouts.rollouts()) {
      List<Scored> scored = new ArrayList<>();
      for (Completion completion : rollout.completions()) {
        scored.add(new Scored(completion, rewards.get(next++)));
      }
      groups.add(new ScoredGroup(rollout.prompt(), scored));
    }
    return groups;
  }
}
