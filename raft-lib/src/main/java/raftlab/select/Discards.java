package raftlab.select;

/**
 * Which completions can never be kept.
 *
 * @param truncated those without an end token
 * @param empty blank ones
 * @param duplicate those whose exact text an earlier one of the same prompt has
 */
public record Discards(boolean truncated, boolean empty, boolean duplicate) {}
