package raftlab.data.dialogue;

import raftlab.core.Prompt;

/** Two replies to a prompt of which one was preferred. Each begins with a blank. */
public record Preference(Prompt prompt, String chosen, String rejected) {}
