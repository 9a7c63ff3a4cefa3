package raftlab.kernel.command.flow;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import raftlab.core.ScoredSet;
import raftlab.core.Selection;
import raftlab.core.Selector;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.ExitCode;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.select.Selectors;

/** Keeps the best completions. */
public final class SelectCommand implements Command {

  @Parameters(arity = "0..1", description = "scored rollouts (the last ones)")
  String scored;

  @Mixin SelectionOptions options;

  @Override
  public Object run(Session session) {
    Selector selector = Selectors.of(options.settings());
    ScoredSet all = session.get(Kinds.SCORED, scored);
    Selection selection = selector.select(all, session.options().seed());
    if (selection.isEmpty()) {
      session.note(nothing(all));
      session.exit(ExitCode.NOTHING_TO_DO);
    }
    return session.keep(Kinds.SELECTION, selection.name(), selection);
  }

  private static String nothing(ScoredSet all) {
    int groups = all.groups().size();
    boolean wrong = all.values().allMatch(value -> value <= 0);
    return wrong
        ? "all "
            + groups
            + " groups are all-wrong, nothing to train on.  Try an easier set (--from"
            + " toy), more completions (-k 16), or a stronger start."
        : "nothing was kept of " + groups + " groups.  The funnel below says where they went.";
  }
}
