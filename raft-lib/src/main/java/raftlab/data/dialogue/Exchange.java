package raftlab.data.dialogue;

import raftlab.core.Prompt;

/**
 * A prompt and somebody's reply.
 *
 * @param reply begins with a blank; the end token follows it
 */
public record Exchange(Prompt prompt, String reply) {}
