package raftlab.kernel.command.flow;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import raftlab.infer.LogProbabilities;
import raftlab.infer.LogprobsRequest;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.Session;
import raftlab.model.DecoderPolicy;

/** Scores the texts of a file: log-probabilities per token and perplexity. */
public final class LogprobsCommand implements Command {

  @Option(names = "--in", paramLabel = "FILE", description = "rows: prompt and completion, or text")
  Path in;

  @Option(
      names = "--joint",
      description = "encode prompt and completion as one text; else each by itself")
  boolean joint;

  @Mixin FolderOptions folder;

  @Override
  public Object run(Session session) {
    LogprobsRequest request = new LogprobsRequest(in, session.options().out(), joint);
    try (DecoderPolicy policy = folder.load()) {
      return LogProbabilities.run(policy, request, Live.context(session));
    }
  }

  @Override
  public boolean writesOut() {
    return true;
  }
}
