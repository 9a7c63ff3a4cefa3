package raftlab.data;

import java.util.List;
import raftlab.core.Completion;
import raftlab.core.Prompt;

/** One row of a rollout file: a prompt and completions of it with what the file says of each. */
record ImportedGroup(Prompt prompt, List<Completion> completions) {

  ImportedGroup {
    completions = List.copyOf(completions);
  }
}
