package raftlab.kernel.command;

import java.util.List;
import java.util.Optional;
import raftlab.core.Policy;
import raftlab.core.PromptSet;
import raftlab.core.RewardFunction;
import raftlab.core.RolloutSet;
import raftlab.core.ScoredSet;
import raftlab.core.Selection;
import raftlab.grade.GradeReport;

/** The kinds of results that commands name and find again. */
public final class Kinds {

  public static final Kind<PromptSet> PROMPTS =
      new Kind<>("data", PromptSet.class, "Get one: %raft data NAME --from minimath");
  public static final Kind<Policy> POLICY =
      new Kind<>("model", Policy.class, "Load one: %raft model NAME --preset tiny");
  public static final Kind<RewardFunction> REWARD =
      new Kind<>("reward", RewardFunction.class, "Define one: %raft reward NAME --rule exact");
  public static final Kind<RolloutSet> ROLLOUTS =
      new Kind<>("rollouts", RolloutSet.class, "Draw some: %raft sample NAME");
  public static final Kind<ScoredSet> SCORED =
      new Kind<>("scored", ScoredSet.class, "Score rollouts: %raft score ROLLOUTS");
  public static final Kind<Selection> SELECTION =
      new Kind<>("selection", Selection.class, "Select from scored rollouts: %raft select");
  public static final Kind<GradeReport> GRADED =
      new Kind<>(
          "graded",
          GradeReport.class,
          "Grade a file: %raft grade --in FILE.jsonl --out VERDICTS.jsonl");

  private static final List<Kind<?>> ALL =
      List.of(PROMPTS, POLICY, REWARD, ROLLOUTS, SCORED, SELECTION, GRADED);

  private Kinds() {}

  /** Returns every kind, in the order of the data flow. */
  public static List<Kind<?>> all() {
    return ALL;
  }

  /** Returns the kind a value belongs to; empty for results that are not found by name. */
  public static Optional<Kind<?>> of(Object value) {
    return ALL.stream().filter(kind -> kind.type().isInstance(value)).findFirst();
  }
}
