package raftlab.infer;

import java.nio.file.Path;
import raftlab.core.Checks;
import raftlab.core.SamplingSettings;
import raftlab.files.OutputFile;
import raftlab.generate.SamplerLimits;

/**
 * What is to be generated.
 *
 * @param in rows with a prompt each
 * @param out the same rows with their completions
 * @param promptField the prompt's field; null for the first of prompt, problem, question
 * @param template how a prompt becomes text, see {@link PromptText#named}
 * @param settings how completions are drawn
 * @param limits how many at once; null for as many as fit the budget
 * @param logProbs whether each token's log-probability is written
 */
public record GenerateRequest(
    Path in,
    Path out,
    String promptField,
    String template,
    SamplingSettings settings,
    SamplerLimits limits,
    boolean logProbs) {

  public GenerateRequest {
    Checks.usage(in != null, "`generate` needs a file of prompts", "", "Give --in FILE.jsonl");
    Checks.usage(out != null, "`generate` needs a file to write to", "", "Give --out FILE.jsonl");
    OutputFile.check(in, out);
  }
}
