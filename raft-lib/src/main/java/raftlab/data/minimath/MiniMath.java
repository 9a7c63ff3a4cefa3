package raftlab.data.minimath;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import raftlab.core.Checks;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;

/**
 * MiniMath, a generated mathematics benchmark in the style of MATH (arXiv 2103.03874): seven
 * subjects, levels 1 to 5, worded questions, step-by-step reference solutions, and answers in
 * {@code \boxed{}}. It is meant for models of about a million parameters; unlike MATH, every
 * question belongs to a family with exact solver, so that training data never runs out.
 *
 * <p>Every prompt has the columns {@code problem}, {@code answer}, {@code solution}, {@code
 * subject}, {@code level} and {@code family}. All sets are pure functions of their arguments.
 * Thread-safe.
 */
public final class MiniMath {

  /** Changes whenever any question, answer or id of the fixed test sets changes. */
  public static final String VERSION = "1";

  private MiniMath() {}

  /**
   * Draws training prompts: levels and subjects equally likely, no problem of {@link #mini500} or
   * {@link #miniAime} among them. The first n prompts do not depend on the count; a problem may
   * occur twice.
   *
   * @param count how many, at least 1
   * @param seed decides all draws
   */
  public static PromptSet train(int count, long seed) {
    Checks.user(
        count >= 1,
        "a training set of " + count + " prompts was asked for",
        "",
        "Ask for 1 or more");
    List<Prompt> prompts =
        IntStream.range(0, count)
            .mapToObj(i -> Prompts.prompt("train-" + seed + "-" + i, TrainProblems.at(seed, i)))
            .toList();
    return Prompts.set("minimath-train", source("train, seed " + seed), prompts);
  }

  /** Returns the 500 test problems, balanced over subjects and levels; so is every prefix. */
  public static PromptSet mini500() {
    return numbered("mini-500", TestProblems.fixed().mini500());
  }

  /** Returns the 30 hard test problems; their answers are integers from 0 to 999. */
  public static PromptSet miniAime() {
    return numbered("mini-aime", TestProblems.fixed().miniAime());
  }

  private static PromptSet numbered(String name, List<Problem> problems) {
    List<Prompt> prompts =
        IntStream.range(0, problems.size())
            .mapToObj(i -> Prompts.prompt(id(name, i), problems.get(i)))
            .toList();
    return Prompts.set(name, source(name), prompts);
  }

  private static String id(String name, int index) {
    return String.format(Locale.ROOT, "%s-%03d", name, index + 1);
  }

  private static String source(String part) {
    return "generated: minimath " + VERSION + ", " + part;
  }
}
