package raftlab.kernel.command.store;

import java.nio.file.Path;
import raftlab.core.PromptSet;
import raftlab.run.PromptsFile;

/** A prompt set as {@code prompts.jsonl}. */
final class PromptSetCodec implements Codec<PromptSet> {

  private static final String FILE = "prompts.jsonl";

  @Override
  public void write(Path folder, PromptSet value) {
    PromptsFile.write(folder.resolve(FILE), value);
  }

  @Override
  public PromptSet read(Path folder) {
    return PromptsFile.read(folder.resolve(FILE));
  }
}
