package raftlab.kernel.command;

import java.util.List;

/** The lines of the catalog: name, result type, meaning, example, class. */
final class Commands {

  private Commands() {}

  static List<CommandEntry> all() {
    return List.of(
        CommandEntry.of("help", "Report", "what the commands do", "sample", "basic.HelpCommand"),
        CommandEntry.of(
            "doctor", "Report", "whether everything needed is here", "", "basic.DoctorCommand"),
        CommandEntry.of(
            "config",
            "Report",
            "show or change settings for this session",
            "set temperature=0.8",
            "basic.ConfigCommand"),
        CommandEntry.of(
            "status", "Report", "memory, names and what runs", "", "basic.StatusCommand"),
        CommandEntry.of("free", "Report", "forget a named result", "r1", "basic.FreeCommand"),
        CommandEntry.of(
            "lasterror",
            "Report",
            "the full trace of the last error",
            "",
            "basic.LastErrorCommand"),
        CommandEntry.of(
            "kernel",
            "Report",
            "tell Jupyter of this kernel",
            "install --prefix target/venv",
            "basic.KernelCommand"));
  }
}
