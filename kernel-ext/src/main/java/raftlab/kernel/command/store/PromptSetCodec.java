package raftlab.kernel.command.store;

import java.nio.file.Path;
import raftlab.core.PromptSet;
import raftlab.core.UserError;
import raftlab.data.UserCopy;
import raftlab.run.PromptsFile;

/** A prompt set as {@code prompts.jsonl}. */
final class PromptSetCodec implements Codec<PromptSet> {

  private static final String FILE = "prompts.jsonl";

  @Override
  public void write(Path folder, PromptSet value) {
    if (UserCopy.isSource(value)) {
      throw new UserError(
          value.name() + " is not stored",
          "the authors of " + value.source() + " ask that its rows be kept out of files",
          "Name your copy where it is used: ./raft eval --data FILE.csv");
    }
    PromptsFile.write(folder.resolve(FILE), value);
  }

  @Override
  public PromptSet read(Path folder) {
    return PromptsFile.read(folder.resolve(FILE));
  }
}
