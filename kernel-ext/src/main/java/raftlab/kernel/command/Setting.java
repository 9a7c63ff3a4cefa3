package raftlab.kernel.command;

/** One resolved setting: an option's name without dashes, its value as text, and its origin. */
public record Setting(String key, String value, Origin origin) {}
