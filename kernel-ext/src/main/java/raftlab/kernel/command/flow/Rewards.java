package raftlab.kernel.command.flow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import raftlab.algorithm.Algorithm;
import raftlab.core.Checks;
import raftlab.core.Prompt;
import raftlab.core.RewardFunction;
import raftlab.core.UsageError;
import raftlab.data.dialogue.Dialogue;
import raftlab.files.AtomicFile;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.kernel.command.store.DescribedReward;
import raftlab.kernel.command.store.Remake;
import raftlab.kernel.command.store.RewardCodec;
import raftlab.kernel.command.store.RewardRecipe;
import raftlab.kernel.notebook.Report;
import raftlab.reward.AnswerCheck;
import raftlab.reward.GoldCheck;
import raftlab.reward.OnUnknown;
import raftlab.reward.RewardRange;
import raftlab.reward.VerifierCheck;
import raftlab.reward.VerifierReward;
import raftlab.run.Manifest;
import raftlab.run.RunDirectory;

/** Finds reward functions for runs, and the ones that runs were begun with. */
final class Rewards {

  static final String PROFILE = "math";

  private static final String FILE = "reward.json";
  private static final String GOLD = "gold.json";

  /** Stands for {@link #GOLD} where gold is Java code of a notebook, which no file can say. */
  private static final String GOLD_LAMBDA = "gold-lambda.txt";

  /** What {@link VerifierCheck#forReward} calls itself. */
  private static final Pattern CHECKER = Pattern.compile("verifier:([^+]+)\\+fallback=none");

  private Rewards() {}

  /**
   * The verifiable reward under a profile: right 1, wrong 0, an answer outside a marker counts as
   * none.
   */
  static RewardFunction verifier(String profile) {
    return VerifierReward.of(VerifierCheck.forReward(profile));
  }

  /**
   * Returns the reward a run is to use: the named one, else the verifier of a profile, else the
   * last one defined, else the verifier of the usual profile. Algorithms that learn from wrong
   * answers without a baseline get a verifier that gives -1 for them.
   */
  static RewardFunction forRun(Session session, String name, String profile, Algorithm algorithm) {
    if (name != null && profile != null) {
      throw new UsageError(
          "--reward " + name + " and --verifier " + profile + " are two rewards",
          "",
          "Keep one of them");
    }
    if (name == null && (profile != null || session.names().of(Kinds.REWARD).isEmpty())) {
      String used = profile == null ? PROFILE : profile;
      return algorithm.objective(1).advantage().withoutBaseline() ? signed(used) : verifier(used);
    }
    return session.get(Kinds.REWARD, name);
  }

  private static RewardFunction signed(String profile) {
    List<String> words = List.of("reward", "verifier", "--verifier=" + profile, "--range=pm1");
    RewardFunction function =
        new VerifierReward(
            VerifierCheck.forReward(profile),
            RewardRange.PLUS_MINUS_ONE,
            OnUnknown.ZERO,
            Prompt.ANSWER);
    return new DescribedReward(
        new RewardRecipe(words, "", Map.of()),
        function,
        Report.of("verifier " + profile + ", +1 right and -1 wrong"));
  }

  /**
   * Returns what tells right from wrong in an evaluation: the profile that was named, else the gold
   * preference for prompts of the dialogue world and the usual verifier for all others.
   *
   * @param source the prompts' source
   */
  static AnswerCheck check(String source, String profile) {
    return profile == null && source.startsWith(Dialogue.SOURCE)
        ? new GoldCheck()
        : VerifierCheck.forReward(profile == null ? PROFILE : profile);
  }

  /** Writes how the gold reward is made again, or that only its notebook knows it. */
  static void rememberGold(RunDirectory run, RewardFunction gold) {
    if (gold instanceof DescribedReward described) {
      RewardCodec.writeRecipe(run.path().resolve(GOLD), described.recipe());
    } else {
      AtomicFile.writeText(run.path().resolve(GOLD_LAMBDA), gold.name() + "\n");
    }
  }

  /** Returns whether the gold reward must be named, since the run's folder cannot say it. */
  static boolean goldIsLambda(RunDirectory run) {
    return Files.exists(run.path().resolve(GOLD_LAMBDA));
  }

  /**
   * Returns the gold reward of a run, empty if it has none.
   *
   * @param name of the gold reward where it is a lambda of a cell, else null
   */
  static Optional<RewardFunction> goldOf(Session session, RunDirectory run, String name) {
    if (goldIsLambda(run)) {
      Checks.user(
          name != null,
          run.name() + " is judged by Java code of a notebook",
          "its later rounds would have no gold",
          "Name that reward: --gold NAME");
      return Optional.of(session.get(Kinds.REWARD, name));
    }
    Path file = run.path().resolve(GOLD);
    Checks.usage(
        name == null,
        "--gold "
            + name
            + " is not wanted: "
            + run.name()
            + (Files.exists(file) ? " knows its own gold reward" : " was begun without one"),
        "",
        "Leave it out");
    return Files.exists(file)
        ? Optional.of(
            new Remake(session.frontEnd(), session.catalog()).apply(RewardCodec.readRecipe(file)))
        : Optional.empty();
  }

  /** Returns whether a run's folder says how its reward is made again. */
  static boolean isRemembered(RunDirectory run) {
    return Files.exists(file(run));
  }

  /** Writes how the reward is made again, for a resume in another session. */
  static void remember(RunDirectory run, RewardFunction reward) {
    if (reward instanceof DescribedReward described) {
      RewardCodec.writeRecipe(file(run), described.recipe());
    }
  }

  /**
   * Returns the reward a run was begun with.
   *
   * @param name the reward to use, null to make the run's own again
   */
  static RewardFunction ofRun(Session session, RunDirectory run, String name, String profile) {
    if (name != null || profile != null || !Files.exists(file(run))) {
      return forResume(
          session, name, profile == null ? profileIn(manifest(run).reward()) : profile);
    }
    return new Remake(session.frontEnd(), session.catalog())
        .apply(RewardCodec.readRecipe(file(run)));
  }

  private static RewardFunction forResume(Session session, String name, String profile) {
    return name == null ? verifier(profile) : session.get(Kinds.REWARD, name);
  }

  /**
   * Returns the checker a run's evaluations were begun with.
   *
   * @param profile the profile to use instead, null for the run's own
   */
  static AnswerCheck check(RunDirectory run, String profile) {
    if (profile == null && new GoldCheck().name().equals(manifest(run).grader())) {
      return new GoldCheck();
    }
    return VerifierCheck.forReward(profile == null ? profileIn(manifest(run).grader()) : profile);
  }

  private static Manifest manifest(RunDirectory run) {
    return RunDirectory.readRecord(run.path().resolve("manifest.json"), Manifest.class);
  }

  /** Returns the profile in the name of a checker for rewards, the usual one if it names none. */
  private static String profileIn(String checker) {
    Matcher matcher = CHECKER.matcher(String.valueOf(checker));
    return matcher.matches() ? matcher.group(1) : PROFILE;
  }

  private static Path file(RunDirectory run) {
    return run.path().resolve(FILE);
  }
}
