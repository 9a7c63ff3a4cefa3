package raftlab.reward.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;
import raftlab.core.UserError;

/**
 * A reward that a server gives. Each question is asked up to the allowed number of times: again
 * after a broken connection, a time-out, a status of 408, 429 or 5xx, or an answer without a
 * reward. What then has no answer is skipped with the last reason; another status is not asked
 * about again. A server that refuses (401, 403, 404) or is gone for several completions in a row
 * ends the scoring with a {@link UserError}; what was scored is in the cache.
 *
 * <p>Thread-safe. Deterministic as far as the server is; the cache makes a question's first answer
 * its only one.
 */
public final class HttpReward implements RewardFunction {

  private final Protocol protocol;
  private final Patience patience;
  private final Optional<RewardCache> cache;
  private final Optional<String> key;
  private final AtomicInteger failures = new AtomicInteger();
  private final HttpClient client;

  /**
   * A reward by a server.
   *
   * @param cache folder of the cache; empty for none
   * @param key sent as bearer token; never written anywhere
   */
  public HttpReward(
      Protocol protocol, Patience patience, Optional<Path> cache, Optional<String> key) {
    this.protocol = protocol;
    this.patience = patience;
    this.cache = cache.map(RewardCache::new);
    this.key = key;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(patience.timeout())
            .build();
  }

  @Override
  public String name() {
    return protocol.name();
  }

  @Override
  public Reward score(Prompt prompt, Completion completion) {
    String question = protocol.question(prompt, completion);
    Optional<Reward> known = cache.flatMap(each -> each.find(name(), question));
    if (known.isPresent()) {
      return known.get();
    }
    Reward reward = asked(question);
    cache.ifPresent(each -> each.keep(name(), question, reward));
    return reward;
  }

  private Reward asked(String question) {
    String last = "";
    boolean answered = false;
    for (int attempt = 0; attempt < patience.attempts(); attempt++) {
      try {
        if (attempt > 0) {
          pause(attempt);
        }
        HttpResponse<String> response = exchange(question);
        answered = true;
        if (response.statusCode() == 200) {
          Reward reward = protocol.answer(response.body());
          failures.set(0);
          return reward;
        }
        last = "the server answered with status " + response.statusCode();
        refuseIfFinal(response.statusCode());
        if (!passing(response.statusCode())) {
          return Reward.skipped(last);
        }
      } catch (Protocol.BadAnswer e) {
        last = e.getMessage();
      } catch (TimeoutException e) {
        last = "no answer within " + patience.timeout().toMillis() / 1000.0 + " s";
      } catch (IOException e) {
        last = "the connection failed: " + e;
      }
    }
    countFailure(answered, last);
    return Reward.skipped(last + " (" + patience.attempts() + " attempts)");
  }

  private static boolean passing(int status) {
    return status == 408 || status == 429 || status >= 500;
  }

  /** A server that answers, if only with nonsense, is not gone. */
  private void countFailure(boolean answered, String last) {
    if (answered) {
      failures.set(0);
    } else if (failures.incrementAndGet() >= patience.failuresInARow()) {
      throw new UserError(
          "the reward server at " + protocol.address() + " answers no more",
          last,
          "Start it again; a run then goes on with resume");
    }
  }

  private void refuseIfFinal(int status) {
    if (status == 401 || status == 403 || status == 404) {
      throw new UserError(
          "the reward server at " + protocol.address() + " refuses with status " + status,
          status == 404 ? "there is nothing at that address" : "it wants another key",
          status == 404 ? "Check --url" : "Name the variable that holds the key: --key-env VAR");
    }
  }

  private HttpResponse<String> exchange(String question) throws IOException, TimeoutException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(protocol.address())
            .timeout(patience.timeout())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(question));
    key.ifPresent(each -> request.header("Authorization", "Bearer " + each));
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request.build(), BodyHandlers.ofString());
    try {
      // The request's own limit ends with the headers; this one holds for the body too.
      return answer.get(patience.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new raftlab.core.Stopped();
    } finally {
      answer.cancel(true);
    }
  }

  private static IOException failure(Throwable cause) throws TimeoutException {
    if (cause instanceof java.net.http.HttpTimeoutException) {
      throw new TimeoutException();
    }
    return cause instanceof IOException io ? io : new IOException(String.valueOf(cause));
  }

  private void pause(int attempt) {
    try {
      TimeUnit.MILLISECONDS.sleep(patience.backoff().toMillis() << Math.min(10, attempt - 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new raftlab.core.Stopped();
    }
  }
}
