package raftlab.kernel.command;

/**
 * Another command's line, parsed with the layers of settings and not run.
 *
 * @param command the command, its options set
 * @param session what it would see
 */
public record ParsedCall(Command command, Session session) {}
