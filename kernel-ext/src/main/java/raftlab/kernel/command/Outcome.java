package raftlab.kernel.command;

/**
 * What a command left.
 *
 * @param value its result, null if it has none
 * @param quiet true if the user asked for no display
 * @param exitCode how it ended, for a shell
 */
public record Outcome(Object value, boolean quiet, ExitCode exitCode) {}
