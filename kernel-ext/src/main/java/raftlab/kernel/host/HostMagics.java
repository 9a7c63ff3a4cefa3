package raftlab.kernel.host;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import raftlab.core.Stopped;
import raftlab.core.UserError;
import raftlab.kernel.command.CommandCatalog;
import raftlab.kernel.command.CommandLineRunner;
import raftlab.kernel.command.ErrorLog;
import raftlab.kernel.command.MagicWords;
import raftlab.kernel.command.MemoryNames;
import raftlab.kernel.command.Outcome;
import raftlab.kernel.command.SessionLock;
import raftlab.kernel.command.Settings;
import raftlab.kernel.command.Workspace;
import raftlab.kernel.facade.Raft;
import raftlab.kernel.notebook.StandardViews;
import raftlab.kernel.notebook.Views;

/**
 * Runs the commands of {@code %raft} and {@code %%raft} in a kernel of others. The value is always
 * returned, so that it can be assigned; it is also shown where the kernel itself shows no value of
 * a magic.
 */
final class HostMagics {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Host host;
  private final HostFrontEnd frontEnd;
  private final Workspace workspace;

  HostMagics(Host host) {
    this(host, CommandCatalog.standard());
  }

  HostMagics(Host host, CommandCatalog catalog) {
    this.host = host;
    frontEnd = new HostFrontEnd(host);
    workspace =
        new Workspace(
            frontEnd,
            StandardViews.create(),
            catalog,
            new MemoryNames(),
            Settings.load(Path.of("raft.yaml"), Optional.empty()),
            new SessionLock(PATIENCE, Clock.systemUTC()),
            new ErrorLog());
    Raft.use(workspace, line -> command(MagicWords.split(line), null).value());
  }

  /** Lets cells use the same names as in our own kernel. */
  void importFacade() throws Exception {
    host.evaluate("import raftlab.core.*;");
    host.evaluate("import " + Raft.class.getName() + ";");
  }

  /** Runs a magic whose words the kernel has split; the body is null for a line. */
  Object run(List<String> words, String body) {
    try {
      Outcome outcome = command(MagicWords.of(words), body);
      if (outcome.value() != null && !outcome.quiet() && !host.showsResults()) {
        frontEnd.show(Raft.bundle(outcome.value()));
      }
      return outcome.value();
    } catch (UserError e) {
      throw shown(e);
    } catch (Stopped e) {
      Thread.interrupted(); // the request is answered
      throw shown(new UserError(e.getMessage()));
    }
  }

  private Outcome command(MagicWords words, String body) {
    frontEnd.commandRunsHere();
    if (!words.note().isEmpty()) {
      frontEnd.note(words.note());
    }
    return new CommandLineRunner(workspace).run(words.words(), body);
  }

  /** The block is shown here, since these kernels print some fifteen lines around a message. */
  private RuntimeException shown(UserError error) {
    frontEnd.show(Views.error(error));
    return new HostFailure(error.getMessage());
  }
}
