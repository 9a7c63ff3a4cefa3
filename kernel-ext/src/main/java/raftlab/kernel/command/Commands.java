package raftlab.kernel.command;

import static raftlab.kernel.command.CommandEntry.of;

import java.util.List;

/** The lines of the catalog: name, result type, meaning, example, class. */
final class Commands {

  private Commands() {}

  static List<CommandEntry> all() {
    return List.of(
        of("help", "Report", "what the commands do", "sample", "basic.HelpCommand"),
        of("doctor", "Report", "whether everything needed is here", "", "basic.DoctorCommand"),
        of(
            "config",
            "Report",
            "show or change settings for this session",
            "set temperature=0.8",
            "basic.ConfigCommand"),
        of("status", "Report", "memory, names and what runs", "", "basic.StatusCommand"),
        of("free", "Report", "forget a named result", "r1", "basic.FreeCommand"),
        of(
            "lasterror",
            "Report",
            "the full trace of the last error",
            "",
            "basic.LastErrorCommand"));
  }
}
