/**
 * Chat templates: the part of the Jinja language that model folders use to turn messages into a
 * prompt, with the settings of transformers ({@code trim_blocks}, {@code lstrip_blocks}). Knows no
 * tokenizer and no model. What it does not know it refuses by name, it never guesses.
 */
package raftlab.chat;
