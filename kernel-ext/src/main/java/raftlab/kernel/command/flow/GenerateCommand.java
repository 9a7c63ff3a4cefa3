package raftlab.kernel.command.flow;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import raftlab.core.SamplingSettings;
import raftlab.generate.SamplerLimits;
import raftlab.infer.GenerateRequest;
import raftlab.infer.Generation;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Session;
import raftlab.model.DecoderPolicy;

/** Completes the prompts of a file. */
public final class GenerateCommand implements Command {

  @Option(names = "--in", paramLabel = "FILE", description = "rows with a prompt each")
  Path in;

  @Option(
      names = "--prompt",
      paramLabel = "FIELD",
      description = "field of the prompt (the first of prompt, problem, question)")
  String prompt;

  @Option(
      names = "--template",
      defaultValue = "raw",
      description =
          "raw (the prompt as it is), chat (the model's own), boxed, qwen-math, or a FILE with"
              + " {problem} (${DEFAULT-VALUE})")
  String template;

  @Option(names = "--chat", description = "short for --template chat")
  boolean chat;

  @Option(
      names = {"-k", "--num-generations"},
      defaultValue = "1",
      description = "completions per prompt (${DEFAULT-VALUE})")
  int k;

  @Option(names = "--greedy", description = "short for --temperature 0")
  boolean greedy;

  @Option(
      names = "--temperature",
      defaultValue = "1.0",
      description = "0 is greedy (${DEFAULT-VALUE})")
  double temperature;

  @Option(names = "--top-p", defaultValue = "1", description = "share of probability kept (1: all)")
  double topP;

  @Option(names = "--top-k", defaultValue = "0", description = "tokens kept (0: all)")
  int topK;

  @Option(
      names = "--max-new-tokens",
      defaultValue = "256",
      description = "longest completion (${DEFAULT-VALUE})")
  int maxNewTokens;

  @Option(
      names = "--batch",
      defaultValue = "0",
      description = "completions in flight (0: as many as fit the memory's budget)")
  int batch;

  @Option(names = "--logprobs", description = "write each token's log-probability")
  boolean logProbs;

  @Mixin FolderOptions folder;

  @Override
  public Object run(Session session) {
    GenerateRequest request =
        new GenerateRequest(
            in,
            session.options().out(),
            prompt,
            chat ? "chat" : template,
            new SamplingSettings(
                k, greedy ? 0 : temperature, topP, topK, maxNewTokens, session.options().seed(), 0),
            SamplerLimits.of(batch),
            logProbs);
    try (DecoderPolicy policy = folder.load()) {
      return Generation.run(policy, request, Live.context(session));
    }
  }

  @Override
  public boolean writesOut() {
    return true;
  }
}
