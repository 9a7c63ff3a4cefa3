package raftlab.kernel.command.flow;

import java.util.Optional;
import picocli.CommandLine.Option;
import raftlab.core.RewardFunction;
import raftlab.core.ScoredSet;
import raftlab.core.UserError;
import raftlab.data.DatasetCatalog;
import raftlab.data.DatasetDescriptor;
import raftlab.eval.Verdicts;
import raftlab.kernel.command.Session;
import raftlab.reward.AnswerCheck;
import raftlab.reward.GraderId;
import raftlab.reward.Scorer;
import raftlab.reward.VerifierCheck;
import raftlab.reward.VerifierReward;
import raftlab.verify.Profile;

/** What decides about a completion: the verifier, a reward, or what its file says of it. */
final class ByOptions {

  private static final String REWARD = "reward:";
  private static final String OWN = "own";
  private static final String VERIFIER = "verifier";
  static final String USUAL_PROFILE = "math";

  @Option(
      names = "--by",
      description =
          "verifier, reward:NAME, column:NAME, or own: each set's rewards (own verdicts, else"
              + " verifier)")
  String by;

  @Option(
      names = "--verifier",
      description = "profile of the verifier (that of the data set; math for others)")
  String profile;

  /**
   * Returns the rewards of a set by what was chosen. Without a choice they are the set's own if
   * those say right or wrong, else the verifier's.
   */
  ScoredSet values(Session session, SetChoice set) {
    if (OWN.equals(by)) {
      return set.scored()
          .orElseThrow(
              () ->
                  new UserError(
                      set.rollouts().name() + " has no rewards of its own",
                      "",
                      "Score it first: score " + set.rollouts().name()));
    }
    if (takesStored(set)) {
      return set.scored().orElseThrow();
    }
    return Scorer.score(set.rollouts(), reward(session, set), Live.context(session));
  }

  private boolean takesStored(SetChoice set) {
    return by == null && set.scored().filter(Verdicts::are).isPresent();
  }

  /**
   * Returns who gave the verdicts that {@link #values} returned: the verifier of today, or another
   * or an earlier one, whose version nobody recorded.
   */
  GraderId grader(SetChoice set, ScoredSet verdicts) {
    boolean now = !takesStored(set) && (by == null || by.equals(VERIFIER));
    return now ? check(set).id() : GraderId.named(verdicts.rewardName());
  }

  /** Returns whether nothing was chosen. */
  boolean isOpen() {
    return by == null;
  }

  /** Returns whether each set's own rewards decide. */
  boolean isOwn() {
    return OWN.equals(by);
  }

  /** Lets the verifier decide. */
  void chooseVerifier() {
    by = VERIFIER;
  }

  private RewardFunction reward(Session session, SetChoice set) {
    return by == null || by.equals(VERIFIER)
        ? VerifierReward.of(check(set))
        : RewardChoice.of(session, by.startsWith(REWARD) ? by.substring(REWARD.length()) : by);
  }

  /** Returns the checker for completions that are there already; imported ones need no marks. */
  AnswerCheck check(SetChoice set) {
    return profile == null && set.rollouts().settings().isImported()
        ? known(set.rollouts().policyId())
            .orElseGet(() -> VerifierCheck.of(Profile.named(USUAL_PROFILE)))
        : check(set.rollouts().policyId());
  }

  /**
   * Returns the checker of the profile that was named, else of the data set's own.
   *
   * @param source the id of a data set or the path of its file; anything else is the user's own
   */
  AnswerCheck check(String source) {
    if (profile != null) {
      return VerifierCheck.of(Profile.named(profile));
    }
    return known(source).orElseGet(() -> Rewards.check(source, null));
  }

  private static Optional<AnswerCheck> known(String source) {
    return DatasetCatalog.builtIn().all().stream()
        .filter(each -> !each.files().isEmpty())
        .filter(each -> each.id().equals(source) || hasFile(each, source))
        .findFirst()
        .map(each -> VerifierCheck.of(Profile.named(each.graderProfile())));
  }

  private static boolean hasFile(DatasetDescriptor descriptor, String path) {
    return descriptor.files().stream().anyMatch(file -> file.path().equals(path));
  }
}
