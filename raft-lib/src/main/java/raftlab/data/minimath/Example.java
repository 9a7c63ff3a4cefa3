package raftlab.data.minimath;

import raftlab.core.Prompt;

/**
 * One text of the base model's corpus.
 *
 * @param prompt a training prompt
 * @param style the author, which the prompt does not tell
 * @param completion what that author wrote, beginning with a blank; the end token follows it
 */
public record Example(Prompt prompt, AuthorStyle style, String completion) {}
