package raftlab.kernel.jshell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.dflib.jjava.jupyter.channels.JupyterConnection;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;
import raftlab.kernel.command.CommandCatalog;
import raftlab.kernel.command.ErrorLog;
import raftlab.kernel.command.MemoryNames;
import raftlab.kernel.command.SessionLock;
import raftlab.kernel.command.Settings;
import raftlab.kernel.command.Workspace;
import raftlab.kernel.notebook.FrontEnd;
import raftlab.kernel.notebook.StandardViews;

/** Starts the kernel; Jupyter calls it with the path of a connection file. */
public final class KernelMain {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /** Held, since the logging of the JDK forgets the level of a logger that nobody holds. */
  private static final Logger ALL = Logger.getLogger("");

  private KernelMain() {}

  public static void main(String[] args) throws Exception {
    if (args.length != 1) {
      System.err.println("raft: the kernel is started by Jupyter.  Try ./raft lab.");
      System.exit(2);
    }
    ALL.setLevel(Level.WARNING);
    String properties = Files.readString(Path.of(args[0]));
    JupyterConnection connection =
        new JupyterConnection(KernelConnectionProperties.parse(properties));
    connection.getIOPub().setHWM(0); // else fast output is dropped
    RaftKernel kernel = new RaftKernel(KernelMain::workspace);
    kernel.onStartup();
    kernel.becomeHandlerForConnection(connection);
    connection.connect();
    connection.waitUntilClose();
    System.exit(0); // engines leave threads behind
  }

  static Workspace workspace(FrontEnd frontEnd) {
    return new Workspace(
        frontEnd,
        StandardViews.create(),
        CommandCatalog.standard(),
        new MemoryNames(),
        Settings.load(Path.of("raft.yaml"), Optional.empty()),
        new SessionLock(PATIENCE, Clock.systemUTC()),
        new ErrorLog());
  }
}
