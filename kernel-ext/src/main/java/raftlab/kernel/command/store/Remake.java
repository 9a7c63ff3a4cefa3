package raftlab.kernel.command.store;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import raftlab.core.RewardFunction;
import raftlab.kernel.command.CommandCatalog;
import raftlab.kernel.command.CommandLineRunner;
import raftlab.kernel.command.ErrorLog;
import raftlab.kernel.command.Names;
import raftlab.kernel.command.SessionLock;
import raftlab.kernel.command.Settings;
import raftlab.kernel.command.Workspace;
import raftlab.kernel.notebook.FrontEnd;
import raftlab.kernel.notebook.Views;

/**
 * Makes a stored reward by running its words again. The settings of the session have no part in it,
 * since the words say everything.
 *
 * @param frontEnd where notes of the command go
 * @param catalog the commands
 * @param names the store, for rewards that name others
 */
public record Remake(FrontEnd frontEnd, CommandCatalog catalog, Supplier<Names> names)
    implements Function<List<String>, RewardFunction> {

  @Override
  public RewardFunction apply(List<String> words) {
    Workspace workspace =
        new Workspace(
            frontEnd,
            new Views(),
            catalog,
            new BorrowedNames(names.get()),
            Settings.inMemory(),
            new SessionLock(Duration.ZERO, Clock.systemUTC()),
            new ErrorLog());
    return (RewardFunction) new CommandLineRunner(workspace).run(words, null).value();
  }
}
