package raftlab.data;

import java.util.List;
import raftlab.core.Completion;
import raftlab.core.Prompt;

/**
 * One row of a rollout file: a prompt and completions of it with what the file says of each.
 *
 * @param missing completions that the file has as null, which are left out
 */
record ImportedGroup(Prompt prompt, List<Completion> completions, int missing) {

  ImportedGroup(Prompt prompt, List<Completion> completions) {
    this(prompt, completions, 0);
  }

  ImportedGroup {
    completions = List.copyOf(completions);
  }
}
