package raftlab.kernel.command.flow;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;
import raftlab.core.RewardFunction;
import raftlab.core.UsageError;
import raftlab.core.UserError;
import raftlab.files.FileFailure;
import raftlab.reward.http.ChatJudge;
import raftlab.reward.http.HttpReward;
import raftlab.reward.http.Patience;
import raftlab.reward.http.PlainJson;
import raftlab.reward.http.Protocol;

/** Rewards that a server gives. */
final class ServedOptions {

  private static final String CHAT = "chat/completions";

  @Option(
      names = "--url",
      description = "address of a reward server; with --judge the base of its interface (.../v1)")
  String url;

  @Option(
      names = "--judge",
      paramLabel = "MODEL",
      description = "model that judges, behind an OpenAI-compatible interface")
  String judge;

  @Option(
      names = "--judge-template",
      paramLabel = "FILE",
      description = "the judge's question with {prompt}, {completion}, {answer} (built in)")
  Path template;

  @Option(
      names = "--scores",
      paramLabel = "A..B",
      defaultValue = "1..10",
      description = "range of the judge's scores")
  String scores;

  @Option(names = "--timeout", defaultValue = "60", description = "seconds for one exchange")
  double timeout;

  @Option(names = "--attempts", defaultValue = "4", description = "exchanges tried per completion")
  int attempts;

  @Option(
      names = "--key-env",
      paramLabel = "VARIABLE",
      description = "environment variable that holds the server's key (none)")
  String keyVariable;

  @Option(
      names = "--reward-cache",
      paramLabel = "DIR",
      defaultValue = ".raft/reward-cache",
      description = "where rewards of servers are kept")
  Path cache;

  boolean given() {
    return url != null;
  }

  RewardFunction make() {
    Duration limit = Duration.ofMillis(Math.round(1000 * timeout));
    return new HttpReward(
        protocol(),
        Patience.usual().withTimeout(limit).withAttempts(attempts),
        Optional.of(cache),
        key());
  }

  String meaning() {
    return judge == null ? "what the server at " + url + " says" : "judged by " + judge;
  }

  private Protocol protocol() {
    if (judge == null) {
      return new PlainJson(address(url));
    }
    double[] range = range();
    String base = url.endsWith("/") ? url : url + "/";
    return new ChatJudge(
        address(base.endsWith(CHAT + "/") ? url : base + CHAT), judge, text(), range[0], range[1]);
  }

  private static URI address(String text) {
    if (!text.matches("https?://[^\\s/].*")) {
      throw new UsageError(
          "--url " + text + " is not an address", "", "Give one such as http://localhost:8000/v1");
    }
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new UsageError("--url " + text + " is not an address", e.getMessage(), "");
    }
  }

  private String text() {
    if (template == null) {
      return ChatJudge.usualTemplate();
    }
    try {
      return Files.readString(template);
    } catch (IOException e) {
      throw new UserError(
          "the template " + template + " cannot be read", FileFailure.reason(e), "Check the path");
    }
  }

  private double[] range() {
    String[] ends = scores.split("\\.\\.", -1);
    try {
      return new double[] {Double.parseDouble(ends[0]), Double.parseDouble(ends[1])};
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new UsageError("--scores " + scores + " is not a range", "", "Give A..B such as 1..10");
    }
  }

  private Optional<String> key() {
    if (keyVariable == null) {
      return Optional.empty();
    }
    String value = System.getenv(keyVariable);
    if (value == null || value.isBlank()) {
      throw new UsageError(
          "--key-env " + keyVariable + ": there is no such environment variable",
          "",
          "Set it before the start");
    }
    return Optional.of(value);
  }
}
