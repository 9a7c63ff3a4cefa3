package raftlab.reward;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import raftlab.core.Checks;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;

/**
 * The sum of weight times reward over named terms ({@code --sum a=1,b=0.2}). Each term's unweighted
 * value is recorded under its name; the first term is the task, and its raw value is recorded as
 * {@link TaskReward#PART} too. Skipped as soon as one term is; unknown if one term is. Thread-safe
 * if the terms are.
 */
public record WeightedSum(List<Term> terms) implements RewardFunction {

  /** One summand. */
  public record Term(String name, double weight, RewardFunction reward) {

    public Term {
      Checks.notBlank(name, "term name");
      Checks.notNull(reward, "reward");
      Checks.user(
          Double.isFinite(weight),
          "the weight " + weight + " of " + name + " is not a number",
          "",
          "Give a finite number such as 0.2");
    }
  }

  public WeightedSum {
    terms = List.copyOf(terms);
    Checks.usage(!terms.isEmpty(), "--sum names no reward", "", "Give name=weight,name=weight");
    List<String> names = terms.stream().map(Term::name).toList();
    for (String name : names) {
      Checks.usage(
          names.indexOf(name) == names.lastIndexOf(name),
          "--sum names " + name + " twice",
          "",
          "Add its weights");
    }
    Checks.user(
        !names.contains(TaskReward.PART),
        "a term cannot be called " + TaskReward.PART,
        "the name is taken by the first term's raw value",
        "Give the reward another name");
  }

  @Override
  public boolean countsKl() {
    return terms.stream().anyMatch(term -> term.reward().countsKl());
  }

  @Override
  public String name() {
    StringJoiner text = new StringJoiner(" + ");
    terms.forEach(
        term -> text.add(String.format(Locale.ROOT, "%s x %s", term.weight(), term.name())));
    return text.toString();
  }

  @Override
  public Reward score(Prompt prompt, Completion completion) {
    Map<String, Double> parts = new LinkedHashMap<>();
    StringJoiner reasons = new StringJoiner("; ");
    double total = 0;
    boolean unknown = false;
    String extracted = "";
    for (Term term : terms) {
      Reward part = term.reward().score(prompt, completion);
      if (part.skipped()) {
        return Reward.skipped(term.name() + ": " + part.reason());
      }
      if (parts.isEmpty()) {
        parts.put(TaskReward.PART, TaskReward.of(part));
      }
      parts.put(term.name(), part.value());
      total += term.weight() * part.value();
      unknown |= part.unknown();
      extracted = extracted.isEmpty() ? part.extracted() : extracted;
      reasons.add(term.name() + ": " + part.reason());
    }
    return new Reward(total, false, unknown, reasons.toString(), extracted, parts);
  }
}
