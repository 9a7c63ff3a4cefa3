package raftlab.kernel.jshell;

import raftlab.kernel.command.CommandLineRunner;
import raftlab.kernel.command.MagicWords;
import raftlab.kernel.command.Outcome;
import raftlab.kernel.command.Workspace;
import raftlab.kernel.facade.Raft;

/** Runs the commands of magics on the thread of their cell, and shows what they return. */
final class Commander {

  private final Workspace workspace;
  private final CellRunner runner;
  private final CommandLineRunner commands;

  Commander(Workspace workspace, CellRunner runner) {
    this.workspace = workspace;
    this.runner = runner;
    this.commands = new CommandLineRunner(workspace);
  }

  Outcome run(String line, String body) {
    MagicWords words = MagicWords.split(line);
    if (!words.note().isEmpty()) {
      workspace.frontEnd().note(words.note());
    }
    return runner.command(() -> commands.run(words.words(), body));
  }

  void show(Outcome outcome) {
    if (outcome.value() != null && !outcome.quiet()) {
      workspace.frontEnd().show(Raft.bundle(outcome.value()));
    }
  }
}
