package raftlab.kernel.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import raftlab.core.NothingToDo;
import raftlab.core.Stopped;
import raftlab.core.UsageError;
import raftlab.core.UserError;
import raftlab.files.FileFailure;
import raftlab.kernel.command.CommandCatalog;
import raftlab.kernel.command.CommandLineRunner;
import raftlab.kernel.command.ExitCode;
import raftlab.kernel.command.Outcome;
import raftlab.kernel.command.Workspace;
import raftlab.kernel.notebook.View;

/** One call on a shell: reads the words, runs the command, prints, and says how it ended. */
final class Shell {

  private final InputStream in;
  private final PrintStream out;
  private final Terminal terminal;
  private final CommandCatalog catalog;

  Shell(InputStream in, PrintStream out, Terminal terminal, CommandCatalog catalog) {
    this.catalog = catalog;
    this.in = in;
    this.out = out;
    this.terminal = terminal;
  }

  /** Runs a call and returns its exit code; never throws. */
  ExitCode run(List<String> words) {
    if (words.equals(List.of("--version"))) {
      out.println(version());
      out.flush();
      return ExitCode.DONE;
    }
    ShellLine line;
    try {
      line = ShellLine.of(words);
    } catch (UsageError e) {
      return fail(e.getMessage(), ExitCode.USAGE);
    }
    try {
      return run(line);
    } catch (UsageError e) {
      return fail(e.getMessage(), ExitCode.USAGE);
    } catch (NothingToDo e) {
      return fail(e.getMessage(), ExitCode.NOTHING_TO_DO);
    } catch (UserError e) {
      return fail(e.getMessage(), ExitCode.FAILED);
    } catch (Stopped e) {
      return fail(e.getMessage() + ".", ExitCode.INTERRUPTED);
    } catch (Throwable e) {
      String text = ErrorFile.record(line.workspace(), String.join(" ", line.tokens()), e);
      return fail(text, ExitCode.FAILED);
    }
  }

  private ExitCode run(ShellLine line) {
    Workspace workspace = ShellWorkspace.open(line.workspace(), catalog, terminal);
    Outcome outcome = new CommandLineRunner(workspace).run(line.tokens(), body(line.body()));
    terminal.endProgress();
    if (outcome.value() != null && !outcome.quiet()) {
      print(workspace.views().of(outcome.value()), outcome.value(), line.format());
    }
    return outcome.exitCode();
  }

  /** Scripts read the last line, so the summary comes last; as JSON the result is that line. */
  private void print(View<Object> view, Object value, Format format) {
    out.println(format.print(view, value));
    Map<String, Object> summary = view.summary(value);
    if (format != Format.JSON && !summary.isEmpty()) {
      out.println(JsonLine.of(summary));
    }
    out.flush();
  }

  private static String version() {
    String own = Shell.class.getPackage().getImplementationVersion();
    return "RAFT Lab "
        + (own == null ? "development" : own)
        + ", Java "
        + System.getProperty("java.version");
  }

  private String body(String source) {
    if (source == null) {
      return null;
    }
    try {
      byte[] bytes = source.equals("-") ? in.readAllBytes() : Files.readAllBytes(Path.of(source));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UserError(
          "the body " + source + " cannot be read", FileFailure.reason(e), "check the path");
    }
  }

  private ExitCode fail(String text, ExitCode code) {
    // The library names commands as a notebook has them.
    terminal.say(text.replace("%raft ", terminal.prefix() + " "));
    return code;
  }
}
