package raftlab.kernel.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import raftlab.kernel.command.CommandCatalog;
import raftlab.kernel.command.ErrorLog;
import raftlab.kernel.command.Names;
import raftlab.kernel.command.SessionLock;
import raftlab.kernel.command.Settings;
import raftlab.kernel.command.Workspace;
import raftlab.kernel.command.store.Codecs;
import raftlab.kernel.command.store.FileNames;
import raftlab.kernel.notebook.FrontEnd;
import raftlab.kernel.notebook.StandardViews;

/** The workspace of a shell call: what it knows of earlier calls is in the workspace folder. */
final class ShellWorkspace {

  private ShellWorkspace() {}

  /**
   * Opens the workspace; nothing is written before a command stores something.
   *
   * @throws raftlab.core.UserError if raft.yaml or the stored settings are broken
   */
  static Workspace open(Path folder, CommandCatalog catalog, FrontEnd frontEnd) {
    return new Workspace(
        frontEnd,
        StandardViews.create(),
        catalog,
        names(folder, catalog, frontEnd),
        Settings.load(Path.of("raft.yaml"), Optional.of(folder.resolve("config.yaml"))),
        new SessionLock(Duration.ZERO, Clock.systemUTC()),
        new ErrorLog(folder.resolve("last-error.txt")));
  }

  private static Names names(Path folder, CommandCatalog catalog, FrontEnd frontEnd) {
    return new FileNames(folder, Codecs.standard(frontEnd, catalog));
  }
}
