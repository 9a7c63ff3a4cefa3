package raftlab.kernel.command.basic;

import picocli.CommandLine.Parameters;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.CommandHelp;
import raftlab.kernel.command.Session;

/** Shows what the commands do, or the options of one. */
public final class HelpCommand implements Command {

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "the command to explain")
  private String command;

  @Override
  public Object run(Session session) {
    String prefix = session.frontEnd().prefix();
    return command == null
        ? CommandHelp.all(session.catalog(), prefix)
        : CommandHelp.of(session.catalog().find(command, prefix), prefix);
  }

  @Override
  public boolean exclusive() {
    return false;
  }
}
