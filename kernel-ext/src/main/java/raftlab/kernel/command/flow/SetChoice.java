package raftlab.kernel.command.flow;

import java.util.List;
import java.util.Optional;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.core.Suggest;
import raftlab.core.UserError;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;

/**
 * Completions that are there already: a scored set or rollouts.
 *
 * @param rollouts the completions
 * @param scored their rewards, if the set is a scored one
 */
record SetChoice(RolloutSet rollouts, Optional<ScoredSet> scored) {

  /** Returns the scored set of a name, else the rollouts; a {@link UserError} if there are none. */
  static SetChoice of(Session session, String name) {
    return find(session, name)
        .orElseThrow(
            () -> {
              List<String> known =
                  java.util.stream.Stream.concat(
                          session.names().of(Kinds.SCORED).stream(),
                          session.names().of(Kinds.ROLLOUTS).stream())
                      .distinct()
                      .toList();
              return new UserError(
                  "no scored set and no rollouts are named \"" + name + "\"",
                  Suggest.near(name, known),
                  "Import some: data import FILE, or draw some: sample NAME");
            });
  }

  /** Returns the set of a name, empty if there is none. */
  static Optional<SetChoice> find(Session session, String name) {
    if (has(session, name, true)) {
      return Optional.of(of(session.get(Kinds.SCORED, name)));
    }
    return has(session, name, false)
        ? Optional.of(new SetChoice(session.get(Kinds.ROLLOUTS, name), Optional.empty()))
        : Optional.empty();
  }

  private static boolean has(Session session, String name, boolean scored) {
    var kind = scored ? Kinds.SCORED : Kinds.ROLLOUTS;
    return session.names().of(kind).contains(name)
        || session.frontEnd().variable(name).filter(kind.type()::isInstance).isPresent();
  }

  private static SetChoice of(ScoredSet set) {
    List<Rollout> groups =
        set.groups().stream()
            .map(
                group ->
                    new Rollout(
                        group.prompt(), group.samples().stream().map(Scored::completion).toList()))
            .toList();
    return new SetChoice(
        new RolloutSet(set.name(), set.policyId(), set.settings(), groups), Optional.of(set));
  }

  /** Returns the set with the first n completions of each prompt. */
  SetChoice first(int n) {
    List<Rollout> fewer =
        rollouts.rollouts().stream()
            .map(
                group ->
                    new Rollout(group.prompt(), group.completions().stream().limit(n).toList()))
            .toList();
    return new SetChoice(
        new RolloutSet(
            rollouts.name(),
            rollouts.policyId(),
            rollouts.settings().withCompletionsPerPrompt(n),
            fewer),
        scored.map(set -> first(set, n)));
  }

  private static ScoredSet first(ScoredSet set, int n) {
    List<ScoredGroup> fewer =
        set.groups().stream()
            .map(
                group ->
                    new ScoredGroup(group.prompt(), group.samples().stream().limit(n).toList()))
            .toList();
    return new ScoredSet(
        set.name(),
        set.policyId(),
        set.rewardName(),
        set.settings().withCompletionsPerPrompt(n),
        fewer);
  }

  /** Returns the fewest completions that a prompt has. */
  int samples() {
    return rollouts.rollouts().stream()
        .mapToInt(group -> group.completions().size())
        .min()
        .orElse(0);
  }
}
