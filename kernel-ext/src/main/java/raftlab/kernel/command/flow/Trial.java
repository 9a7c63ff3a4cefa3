package raftlab.kernel.command.flow;

import java.util.List;
import java.util.Locale;
import raftlab.core.Completion;
import raftlab.core.FinishReason;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.TokenTrace;
import raftlab.core.UserError;
import raftlab.data.minimath.MiniMath;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;

/**
 * What a new reward says of three completions: of the last rollouts if there are any, else made-up
 * answers (right, wrong, unmarked) to a problem at hand.
 */
final class Trial {

  private static final int SIZE = 3;
  private static final int SHOWN = 60;

  private record Case(Prompt prompt, Completion completion) {}

  private Trial() {}

  static Report of(String headline, RewardFunction reward, Session session) {
    RolloutSet rollouts = last(session, Kinds.ROLLOUTS);
    List<Case> cases = rollouts == null ? madeUp(problem(session)) : drawn(rollouts);
    Report report = Report.of(headline, "trial on", "answer", "reward", "extracted", "reason");
    for (Case each : cases) {
      Reward said = score(reward, each);
      report =
          report.row(
              ending(each.completion().text()),
              each.prompt().find(Prompt.ANSWER).orElse("-"),
              said.skipped() ? "skipped" : String.format(Locale.ROOT, "%.4g", said.value()),
              said.extracted(),
              said.reason());
    }
    String source =
        rollouts == null
            ? "made-up answers to problem " + cases.get(0).prompt().id()
            : "the first completions of rollouts " + rollouts.name();
    return report.remark("Tried on " + source + ".");
  }

  private static Reward score(RewardFunction reward, Case each) {
    try {
      return reward.score(each.prompt(), each.completion());
    } catch (UserError e) {
      return Reward.skipped(e.getMessage());
    }
  }

  private static List<Case> drawn(RolloutSet rollouts) {
    return rollouts.rollouts().stream()
        .filter(group -> !group.completions().isEmpty())
        .limit(SIZE)
        .map(Trial::first)
        .toList();
  }

  private static Case first(Rollout group) {
    return new Case(group.prompt(), group.completions().get(0));
  }

  private static List<Case> madeUp(Prompt problem) {
    String gold = problem.find(Prompt.ANSWER).orElse("7");
    String wrong = gold.equals("-1") ? "-2" : "-1";
    return List.of(
        answer(problem, 0, "The answer is \\boxed{" + gold + "}."),
        answer(problem, 1, "The answer is \\boxed{" + wrong + "}."),
        answer(problem, 2, "I do not know."));
  }

  private static Case answer(Prompt problem, int index, String text) {
    return new Case(problem, new Completion(index, text, TokenTrace.NONE, FinishReason.END));
  }

  private static Prompt problem(Session session) {
    PromptSet data = last(session, Kinds.PROMPTS);
    PromptSet used = data == null || data.size() == 0 ? MiniMath.train(1, 1) : data;
    return used.prompts().get(0);
  }

  private static <T> T last(Session session, raftlab.kernel.command.Kind<T> kind) {
    List<String> names = session.names().of(kind);
    return names.isEmpty()
        ? null
        : session.names().find(kind, names.get(names.size() - 1)).orElse(null);
  }

  private static String ending(String text) {
    String line = text.strip().replace("\n", " ");
    return line.length() <= SHOWN ? line : "…" + line.substring(line.length() - SHOWN);
  }
}
