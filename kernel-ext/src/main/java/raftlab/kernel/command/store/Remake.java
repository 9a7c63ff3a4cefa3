package raftlab.kernel.command.store;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import raftlab.core.RewardFunction;
import raftlab.kernel.command.CommandCatalog;
import raftlab.kernel.command.CommandLineRunner;
import raftlab.kernel.command.ErrorLog;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.MemoryNames;
import raftlab.kernel.command.SessionLock;
import raftlab.kernel.command.Settings;
import raftlab.kernel.command.Workspace;
import raftlab.kernel.notebook.FrontEnd;
import raftlab.kernel.notebook.Views;

/**
 * Makes a reward from its recipe by running its command again. Neither the settings nor the names
 * of the session have a part in it, since the recipe says everything.
 *
 * @param frontEnd where notes of the command go, and what compiles Java
 * @param catalog the commands
 */
public record Remake(FrontEnd frontEnd, CommandCatalog catalog)
    implements Function<RewardRecipe, RewardFunction> {

  @Override
  public RewardFunction apply(RewardRecipe recipe) {
    MemoryNames names = new MemoryNames();
    for (Map.Entry<String, RewardRecipe> term : recipe.terms().entrySet()) {
      names.put(Kinds.REWARD, term.getKey(), apply(term.getValue()));
    }
    Workspace workspace =
        new Workspace(
            frontEnd,
            new Views(),
            catalog,
            names,
            Settings.inMemory(),
            new SessionLock(Duration.ZERO, Clock.systemUTC()),
            new ErrorLog());
    List<String> quietly = new ArrayList<>(recipe.words());
    quietly.add("-q");
    return (RewardFunction) new CommandLineRunner(workspace).run(quietly, recipe.body()).value();
  }
}
