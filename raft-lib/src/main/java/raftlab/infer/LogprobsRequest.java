package raftlab.infer;

import java.nio.file.Path;
import raftlab.core.Checks;
import raftlab.files.OutputFile;

/**
 * What is to be scored.
 *
 * @param in rows with {@code prompt} and {@code completion}, or {@code text}
 * @param out the same rows with their log-probabilities
 * @param joint whether prompt and completion are encoded as one text, so that a token may span the
 *     seam; else each is encoded by itself, as a completion that is sampled after its prompt
 */
public record LogprobsRequest(Path in, Path out, boolean joint) {

  public LogprobsRequest {
    Checks.usage(in != null, "`logprobs` needs a file of texts", "", "Give --in FILE.jsonl");
    Checks.usage(out != null, "`logprobs` needs a file to write to", "", "Give --out FILE.jsonl");
    OutputFile.check(in, out);
  }
}
