package raftlab.kernel.command;

import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that returns what it was given. */
public final class ProbeCommand implements Command {

  enum Ties {
    FIRST,
    ALL
  }

  @Parameters(arity = "0..1", paramLabel = "NAME")
  private String name;

  @Option(names = "--keep", defaultValue = "1/8")
  private double keep;

  @Option(
      names = {"-k", "--num-generations"},
      defaultValue = "8")
  private int count;

  @Option(names = "--temperature", defaultValue = "1.0")
  private double temperature;

  @Option(names = "--ties", defaultValue = "first")
  private Ties ties;

  @Override
  public Object run(Session session) {
    return List.of(String.valueOf(name), keep, count, temperature, ties.name());
  }
}
