package raftlab.kernel.command.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.core.RewardFunction;
import raftlab.core.UsageError;
import raftlab.files.Hashes;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.kernel.command.store.DescribedReward;
import raftlab.kernel.command.store.RewardRecipe;
import raftlab.kernel.notebook.Report;
import raftlab.reward.GuardedReward;
import raftlab.reward.OnError;
import raftlab.reward.Scoring;
import raftlab.reward.ValueReward;
import raftlab.reward.WeightedSum;
import raftlab.reward.learned.LearnedReward;

/**
 * Defines a reward function: by a rule, by a verifier, by a server, as a weighted sum, or as a Java
 * lambda in the body of the cell; and tries it on three completions.
 */
public final class RewardCommand implements Command {

  private static final int HASH = 8;

  @Parameters(arity = "0..1", defaultValue = "reward", description = "name of the reward")
  String name;

  @Option(
      names = "--sum",
      paramLabel = "NAME=WEIGHT,...",
      description = "weighted sum of rewards or rules, the task's first")
  String sum;

  @Mixin RuleOptions rules;
  @Mixin ServedOptions served;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "reward model in a folder of train-reward")
  Path model;

  @Mixin KlOptions kl;

  @Option(
      names = "--on-error",
      defaultValue = "skip",
      description = "what a failure on a completion is worth: skip, zero or fail")
  String onError;

  @Override
  public boolean takesBody() {
    return true;
  }

  @Override
  public Object run(Session session) {
    List<String> ways = ways(session);
    if (ways.size() > 1) {
      throw new UsageError(
          "a reward is made in one way, not by " + String.join(" and ", ways),
          "",
          "Leave all but one out; --sum combines several rewards");
    }
    OnError policy = OnError.of(onError);
    Map<String, RewardRecipe> terms = new TreeMap<>();
    RewardFunction made =
        session.body().isPresent()
            ? java(session)
            : sum != null ? weighted(session, terms) : alone();
    RewardFunction guarded =
        kl.over(policy == OnError.SKIP ? made : new GuardedReward(made, policy));
    DescribedReward reward = DescribedReward.of(session, "reward", name, guarded, terms);
    String headline = name + ": " + meaning(session) + kl.meaning() + onFailure(policy);
    return session.keep(
        Kinds.REWARD,
        name,
        reward.shownAs(
            session.options().quiet() ? Report.of(headline) : Trial.of(headline, reward, session)));
  }

  private RewardFunction alone() {
    if (model != null) {
      return LearnedReward.load(model);
    }
    return served.given() ? served.make() : rules.make();
  }

  private List<String> ways(Session session) {
    List<String> ways = new ArrayList<>(rules.given());
    if (sum != null) {
      ways.add("--sum");
    }
    if (served.given()) {
      ways.add("--url");
    }
    if (model != null) {
      ways.add("--model");
    }
    if (session.body().isPresent()) {
      ways.add("a body");
    }
    return ways;
  }

  private String meaning(Session session) {
    if (session.body().isPresent()) {
      return "by the Java lambda of its cell";
    }
    if (sum != null) {
      return "the sum " + sum;
    }
    if (model != null) {
      return "the reward model in " + model;
    }
    return served.given() ? served.meaning() : rules.meaning();
  }

  private static String onFailure(OnError policy) {
    return switch (policy) {
      case SKIP -> "; a failure skips the completion";
      case ZERO -> "; a failure counts as 0";
      case FAIL -> "; a failure ends the scoring";
    };
  }

  /** The name carries a hash of the text, so that a run is not resumed with another lambda. */
  private RewardFunction java(Session session) {
    String source = session.body().orElseThrow();
    Scoring scoring = session.frontEnd().compile(source, Scoring.class);
    String hash = Hashes.sha256(source.strip()).substring(0, HASH);
    return new ValueReward(name + " (Java " + hash + ")", scoring);
  }

  private RewardFunction weighted(Session session, Map<String, RewardRecipe> recipes) {
    List<WeightedSum.Term> terms = new ArrayList<>();
    for (String part : sum.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals < 1) {
        throw new UsageError(
            "--sum " + sum + ": \"" + part + "\" is not NAME=WEIGHT",
            "",
            "Write it like a=1,b=0.2");
      }
      String term = part.substring(0, equals);
      RewardFunction reward = term(session, term);
      if (reward instanceof DescribedReward described) {
        recipes.put(term, described.recipe());
      }
      terms.add(new WeightedSum.Term(term, weight(part.substring(equals + 1)), reward));
    }
    return new WeightedSum(terms);
  }

  private RewardFunction term(Session session, String term) {
    boolean named = session.names().of(Kinds.REWARD).contains(term);
    return !named && RuleOptions.PLAIN_RULES.contains(term)
        ? rules.rule(term)
        : session.get(Kinds.REWARD, term);
  }

  private double weight(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new UsageError(
          "--sum " + sum + ": \"" + text + "\" is not a weight", "", "Give a number such as 0.2");
    }
  }
}
