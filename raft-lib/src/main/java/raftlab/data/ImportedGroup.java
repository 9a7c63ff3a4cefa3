package raftlab.data;

import java.util.List;
import raftlab.core.Checks;
import raftlab.core.Completion;
import raftlab.core.Prompt;

/** One row of a rollout file: a prompt, completions of it, and one note on each. */
record ImportedGroup(Prompt prompt, List<Completion> completions, List<PeerNote> notes) {

  ImportedGroup {
    completions = List.copyOf(completions);
    notes = List.copyOf(notes);
    int texts = completions.size();
    int noted = notes.size();
    Checks.that(texts == noted, () -> noted + " notes on " + texts + " completions");
  }
}
