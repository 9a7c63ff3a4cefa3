package raftlab.kernel.command.flow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import raftlab.core.Checks;
import raftlab.core.Prompt;
import raftlab.core.RewardFunction;
import raftlab.core.Suggest;
import raftlab.core.UsageError;
import raftlab.core.UserError;
import raftlab.data.dialogue.Gold;
import raftlab.files.FileFailure;
import raftlab.reward.AnswerCheck;
import raftlab.reward.ExactAnswer;
import raftlab.reward.FormatReward;
import raftlab.reward.GoldReward;
import raftlab.reward.OnUnknown;
import raftlab.reward.OverlongPenalty;
import raftlab.reward.RegexReward;
import raftlab.reward.RewardRange;
import raftlab.reward.VerifierCheck;
import raftlab.reward.VerifierReward;

/** Rewards that need no code: the rules and the verifier. */
final class RuleOptions {

  static final List<String> RULES = List.of("exact", "boxed", "format", "length", "regex");

  /** The rules that need no further option. */
  static final List<String> PLAIN_RULES = List.of("exact", "boxed", "format", "length");

  private static final String DEFAULT_PROFILE = "math";

  @Option(names = "--rule", description = "exact, boxed, format, length or regex")
  String rule;

  @Option(
      names = "--verifier",
      paramLabel = "PROFILE",
      description = "right or wrong by the verifier under this profile (math, if nothing is given)")
  String verifier;

  @Option(
      names = "--budget",
      paramLabel = "MS",
      description = "milliseconds for one verdict, then it is undecided (the profile's)")
  Integer budget;

  @Option(names = "--range", defaultValue = "01", description = "01, or pm1 for +1 and -1")
  String range;

  @Option(
      names = "--on-unknown",
      defaultValue = "zero",
      description = "what an undecided verdict is worth: zero or skip")
  String onUnknown;

  @Option(names = "--pattern", paramLabel = "FILE", description = "regular expression (rule regex)")
  Path pattern;

  @Option(
      names = "--longest",
      defaultValue = "256",
      description = "length from which the penalty is -1 (rule length)")
  int longest;

  @Option(
      names = "--margin",
      defaultValue = "64",
      description = "stretch over which the penalty grows (rule length)")
  int margin;

  @Option(
      names = "--from",
      paramLabel = "WORLD",
      description = "gold reward of a generated world: dialogue")
  String world;

  List<String> given() {
    List<String> given = new ArrayList<>();
    if (rule != null) {
      given.add("--rule");
    }
    if (verifier != null) {
      given.add("--verifier");
    }
    if (world != null) {
      given.add("--from");
    }
    return given;
  }

  RewardFunction make() {
    RewardRange values = RewardRange.of(range);
    if (world != null) {
      Checks.usage(
          world.equals("dialogue"),
          "--from " + world + " has no gold reward",
          "only the dialogue world has one; other problems have a verifier",
          "Give --from dialogue or --verifier math");
      return withoutRange(new GoldReward(), values);
    }
    if (rule != null) {
      return rule(rule);
    }
    return checked(verifier(profile()), values);
  }

  RewardFunction rule(String name) {
    RewardRange values = RewardRange.of(range);
    OnUnknown.of(onUnknown);
    return switch (name) {
      case "exact" -> checked(new ExactAnswer(), values);
      case "boxed" -> checked(verifier(DEFAULT_PROFILE), values);
      case "format" -> withoutRange(new FormatReward(), values);
      case "length" -> withoutRange(new OverlongPenalty(longest, margin), values);
      case "regex" -> withoutRange(RegexReward.of(pattern()), values);
      default ->
          throw new UsageError("--rule " + name + " is not a rule", "", Suggest.near(name, RULES));
    };
  }

  /** Returns what the reward says of a completion, in a few words. */
  String meaning() {
    String values = range.equals("pm1") ? "+1 if %s, else -1" : "1 if %s, else 0";
    if (world != null) {
      return "the gold preference of the dialogue world, from -4 to 4; good from " + Gold.GOOD;
    }
    if (rule == null) {
      return String.format(
              values, "the verifier (profile " + profile() + ") finds the answer right")
          + unknown();
    }
    return switch (rule) {
      case "exact" -> String.format(values, "the boxed text is the reference text");
      case "boxed" -> String.format(values, "the answer equals the reference answer") + unknown();
      case "format" -> "1 if something is boxed, else 0";
      case "length" -> "0 up to length " + (longest - margin) + ", falling to -1 at " + longest;
      default -> "1 if the pattern of " + pattern + " is found, else 0";
    };
  }

  private String unknown() {
    return onUnknown.equals("skip") ? "; undecided is skipped" : "; undecided counts 0";
  }

  private String profile() {
    return verifier == null ? DEFAULT_PROFILE : verifier;
  }

  private VerifierCheck verifier(String profileName) {
    return budget == null
        ? VerifierCheck.forReward(profileName)
        : VerifierCheck.forReward(profileName, budget);
  }

  private RewardFunction checked(AnswerCheck check, RewardRange values) {
    return new VerifierReward(check, values, OnUnknown.of(onUnknown), Prompt.ANSWER);
  }

  private RewardFunction withoutRange(RewardFunction reward, RewardRange values) {
    if (values != RewardRange.ZERO_ONE) {
      throw new UsageError(
          "--range " + range + " has no meaning for --rule " + reward.name(),
          "it maps right and wrong answers",
          "Leave it out, or use --rule exact, --rule boxed or --verifier");
    }
    return reward;
  }

  private String pattern() {
    if (pattern == null) {
      throw new UsageError(
          "--rule regex needs a pattern", "", "Write it into a file and give --pattern FILE");
    }
    try {
      return Files.readString(pattern).strip();
    } catch (IOException e) {
      throw new UserError(
          "the pattern " + pattern + " cannot be read", FileFailure.reason(e), "Check the path");
    }
  }
}
