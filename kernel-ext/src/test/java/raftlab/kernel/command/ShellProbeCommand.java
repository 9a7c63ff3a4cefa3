package raftlab.kernel.command;

import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import raftlab.core.NothingToDo;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;
import raftlab.core.Stopped;
import raftlab.core.UsageError;
import raftlab.core.UserError;
import raftlab.kernel.command.store.DescribedReward;
import raftlab.kernel.notebook.MimeBundle;

/** A command that ends in each way a command can end. */
public final class ShellProbeCommand implements Command {

  @Parameters(arity = "1", paramLabel = "HOW")
  private String how;

  @Option(names = "--worth", defaultValue = "1")
  private double worth;

  @Override
  public Object run(Session session) {
    return switch (how) {
      case "done" -> session.body().orElse("no body");
      case "progress" -> {
        session
            .frontEnd()
            .update(session.frontEnd().show(MimeBundle.text("1/2")), MimeBundle.text("2/2"));
        session.note("look");
        yield "shown";
      }
      case "mistake" -> throw new UserError("this is wrong");
      case "dashes" -> throw new UserError("--worth lies in a file that is broken");
      case "usage" -> throw new UsageError("this cannot be asked for");
      case "nothing" -> throw new NothingToDo("there is nothing here", "", "");
      case "different" -> {
        session.exit(ExitCode.DIFFERENT);
        yield "not the same";
      }
      case "bug" -> throw new IllegalStateException("out of luck");
      case "stopped" -> throw new Stopped();
      case "empty" -> {
        session.exit(ExitCode.NOTHING_TO_DO);
        yield "nothing kept";
      }
      case "store" -> session.keep(Kinds.PROMPTS, "d1", prompts());
      case "find" -> session.get(Kinds.PROMPTS, null);
      case "reward" -> session.keep(Kinds.REWARD, "w1", reward(session));
      default -> session.get(Kinds.REWARD, how);
    };
  }

  private static PromptSet prompts() {
    return new PromptSet(
        "d1", "by hand", "00", List.of(new Prompt("p", "1+1?", java.util.Map.of("answer", "2"))));
  }

  private RewardFunction reward(Session session) {
    double value = worth;
    return DescribedReward.of(
        session,
        "probe",
        "reward",
        RewardFunction.named("worth " + value, (p, c) -> Reward.of(value, "always")));
  }
}
