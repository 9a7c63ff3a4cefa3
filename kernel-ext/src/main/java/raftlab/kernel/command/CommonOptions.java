package raftlab.kernel.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options every command has. Filled by the parser, read-only afterwards. */
public final class CommonOptions {

  @Option(
      names = {"-o", "--as"},
      paramLabel = "NAME",
      order = 900,
      description = "name of the result, and notebook variable bound to it")
  private String as;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      order = 901,
      description = "write the result as JSON")
  private Path out;

  @Option(names = "-q", order = 902, description = "show nothing")
  private boolean quiet;

  @Option(
      names = "--seed",
      paramLabel = "N",
      order = 903,
      defaultValue = "42",
      description = "seed of every random draw (${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--dry-run",
      order = 904,
      description = "show each setting with its origin, and the cost; change nothing")
  private boolean dryRun;

  @Option(names = "--help", order = 905, usageHelp = true, description = "show this help")
  private boolean help;

  /** Returns the name of the result, null if none was given. */
  public String as() {
    return as;
  }

  /** Returns the file for the result as JSON, null if none was given. */
  public Path out() {
    return out;
  }

  public boolean quiet() {
    return quiet;
  }

  public long seed() {
    return seed;
  }

  public boolean dryRun() {
    return dryRun;
  }

  /** Returns whether only the help was asked for. */
  public boolean help() {
    return help;
  }
}
