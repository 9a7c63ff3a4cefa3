package raftlab.kernel.facade;

import java.util.Arrays;
import java.util.function.Function;
import raftlab.core.Checks;
import raftlab.core.RewardFunction;
import raftlab.kernel.command.Workspace;
import raftlab.kernel.notebook.FrontEnd;
import raftlab.kernel.notebook.MimeBundle;
import raftlab.reward.Scoring;
import raftlab.reward.ValueReward;

/** What cells call: {@code Raft.run("sample r1 -k 8")}, {@code display(value)}. */
public final class Raft {

  private static volatile Workspace workspace;
  private static volatile Function<String, Object> commands;

  private Raft() {}

  /** Connects cells with the session; called once by the kernel. */
  public static void use(Workspace active, Function<String, Object> runner) {
    workspace = active;
    commands = runner;
  }

  /** Runs a command line as after {@code %raft} and returns its result, which is not shown. */
  public static Object run(String line) {
    return Checks.notNull(commands, "kernel").apply(line);
  }

  /** Shows a value below the cell. */
  public static void display(Object value) {
    workspace.frontEnd().show(bundle(value));
  }

  /** Returns where outputs go, for a figure of one's own that changes. */
  public static FrontEnd frontEnd() {
    return workspace.frontEnd();
  }

  /**
   * Makes a reward function of a lambda, to be used by the name of its variable: {@code %raft score
   * r1 --reward mine}. A lambda that throws or returns NaN skips the completion. It sees later
   * values of the notebook's variables, but the methods of the notebook as they were when it was
   * compiled: after redefining one, make the reward again.
   */
  public static RewardFunction reward(Scoring scoring) {
    return reward("lambda", scoring);
  }

  /** Makes a reward function of a lambda; the name is recorded with every score. */
  public static RewardFunction reward(String name, Scoring scoring) {
    return new ValueReward(name, scoring);
  }

  /** Renders a value: by its view if it has one, else as text. */
  public static MimeBundle bundle(Object value) {
    if (value instanceof MimeBundle bundle) {
      return bundle;
    }
    if (value != null && value.getClass().isArray()) {
      String nested = Arrays.deepToString(new Object[] {value});
      return MimeBundle.text(nested.substring(1, nested.length() - 1));
    }
    return workspace.views().has(value)
        ? workspace.views().bundle(value)
        : MimeBundle.text(String.valueOf(value));
  }
}
