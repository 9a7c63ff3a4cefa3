package raftlab.kernel.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import raftlab.kernel.command.CommandCatalog;

/**
 * The program behind {@code ./raft COMMAND ...}. It always ends the process itself, so that threads
 * of the tensor engine do not hold it. The launcher sets {@code raft.terminal} to true if standard
 * error is a terminal.
 */
public final class Main {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Held, since the logging of the JDK forgets the level of a logger that nobody holds. */
  private static final Logger ALL = Logger.getLogger("");

  private Main() {}

  /** Runs one command; the exit codes are those of {@link raftlab.kernel.command.ExitCode}. */
  public static void main(String[] words) {
    ALL.setLevel(Level.WARNING);
    StopSignal stop = new StopSignal(PATIENCE);
    stop.install();
    // Results are UTF-8 whatever the locale says: they are piped into files and scripts.
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    boolean redraw = Boolean.getBoolean("raft.terminal");
    ProgressLine progress = new ProgressLine(err, redraw, Clock.systemUTC());
    Terminal terminal = new Terminal(err, progress, stop::requested);
    int code =
        new Shell(System.in, out, terminal, CommandCatalog.standard()).run(List.of(words)).code();
    out.flush();
    err.flush();
    stop.ended(code);
    System.exit(code);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    FileOutputStream file = new FileOutputStream(descriptor);
    return new PrintStream(new BufferedOutputStream(file), false, StandardCharsets.UTF_8);
  }
}
