package raftlab.kernel.command.flow;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import raftlab.core.Selection;
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
    Selection selection =
        Selectors.of(options.settings())
            .select(session.get(Kinds.SCORED, scored), session.options().seed());
    if (selection.isEmpty()) {
      session.note("nothing was kept: " + selection.funnel().stages());
      session.exit(ExitCode.NOTHING_TO_DO);
    }
    return session.keep(Kinds.SELECTION, selection.name(), selection);
  }
}
