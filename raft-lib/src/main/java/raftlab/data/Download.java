package raftlab.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import raftlab.core.Event;
import raftlab.core.RunContext;
import raftlab.core.Stopped;
import raftlab.core.UserError;

/**
 * Brings one address into a partial file, resuming what is there. One object per download; the
 * calling thread watches for a stop and for stalls while the client's thread writes.
 */
final class Download {

  private static final long POLL_MILLIS = 50;
  private static final int PARTIAL = 206;
  private static final int OK = 200;
  private static final int RANGE_NOT_SATISFIABLE = 416;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  /** An attempt failed in a way that another attempt may mend. */
  private static final class Again extends IOException {
    private static final long serialVersionUID = 1;

    Again(String message) {
      super(message);
    }
  }

  private final URI uri;
  private final Path part;
  private final long bytes;
  private final FetchSettings settings;
  private final RunContext context;
  private final HttpClient client;
  private final AtomicLong have = new AtomicLong();
  private final AtomicLong lastArrival = new AtomicLong();
  private volatile UserError refusal;

  Download(URI uri, Path part, long bytes, FetchSettings settings, RunContext context) {
    this.uri = uri;
    this.part = part;
    this.bytes = bytes;
    this.settings = settings;
    this.context = context;
    this.client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(settings.stall())
            .proxy(settings.proxy())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  /** Returns when the partial file has every byte. */
  void run() throws IOException {
    int failures = 0;
    while (true) {
      long before = size();
      try {
        attempt(before);
        return;
      } catch (Again e) {
        failures = size() > before ? 1 : failures + 1;
        if (failures >= settings.attempts()) {
          throw new UserError(
              uri + " could not be fetched: " + e.getMessage(),
              size() + " of " + bytes + " bytes are kept",
              "Try again later; it goes on from there");
        }
        pause(settings.backoff().multipliedBy(1L << Math.min(failures - 1, 6)));
      }
    }
  }

  private void attempt(long start) throws IOException {
    if (start == bytes) {
      return;
    }
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).GET();
    if (start > 0) {
      request.header("Range", "bytes=" + start + "-");
    }
    lastArrival.set(System.nanoTime());
    try (FileChannel out =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      CompletableFuture<HttpResponse<Void>> answer =
          client.sendAsync(request.build(), info -> receiver(info, start, out));
      int status = await(answer).statusCode();
      if (status == RANGE_NOT_SATISFIABLE) {
        out.truncate(0);
        throw new Again("the server has fewer bytes than were fetched before");
      }
    }
    if (size() < bytes) {
      throw new Again("the connection ended after " + size() + " of " + bytes + " bytes");
    }
  }

  /** Decides by the status line what becomes of the body. Runs on the client's thread. */
  private HttpResponse.BodySubscriber<Void> receiver(
      HttpResponse.ResponseInfo info, long start, FileChannel out) {
    int status = info.statusCode();
    if (status != OK && status != PARTIAL) {
      if (status != RANGE_NOT_SATISFIABLE && status != TOO_MANY && status < SERVER_ERROR) {
        refusal = refused(status);
      }
      return HttpResponse.BodySubscribers.replacing(null);
    }
    boolean resumed =
        status == PARTIAL
            && info.headers()
                .firstValue("Content-Range")
                .filter(range -> range.startsWith("bytes " + start + "-"))
                .isPresent();
    have.set(resumed ? start : 0);
    return HttpResponse.BodySubscribers.ofByteArrayConsumer(
        chunk -> chunk.ifPresent(arrived -> write(arrived, out, resumed || start == 0)));
  }

  private void write(byte[] arrived, FileChannel out, boolean keep) {
    long at = have.getAndAdd(arrived.length);
    lastArrival.set(System.nanoTime());
    if (at + arrived.length > bytes) {
      refusal =
          new UserError(
              uri + " is longer than the " + bytes + " bytes of its descriptor",
              "",
              "It is not the file that was described; nothing was kept");
      throw refusal;
    }
    try {
      if (at == 0 && !keep) {
        out.truncate(0);
      }
      ByteBuffer buffer = ByteBuffer.wrap(arrived);
      while (buffer.hasRemaining()) {
        out.write(buffer, at + buffer.position());
      }
    } catch (IOException e) {
      refusal = new UserError(part + " cannot be written", String.valueOf(e.getMessage()), "");
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> answer) throws Again {
    while (true) {
      try {
        HttpResponse<Void> response = answer.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        if (refusal != null) {
          throw refusal;
        }
        int status = response.statusCode();
        if (status == TOO_MANY || status >= SERVER_ERROR) {
          throw new Again("the server answered " + status);
        }
        return response;
      } catch (TimeoutException e) {
        watch(answer);
      } catch (ExecutionException e) {
        if (refusal != null) {
          throw refusal;
        }
        throw new Again(reason(e.getCause()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        answer.cancel(true);
        throw new Stopped();
      }
    }
  }

  private void watch(CompletableFuture<?> answer) throws Again {
    context.emit(new Event.Progress("fetch", have.get(), bytes, part.getFileName().toString()));
    if (context.stopRequested()) {
      answer.cancel(true);
      throw new Stopped();
    }
    if (System.nanoTime() - lastArrival.get() > settings.stall().toNanos()) {
      answer.cancel(true);
      throw new Again("nothing arrived for " + settings.stall().toMillis() / 1e3 + " s");
    }
  }

  private UserError refused(int status) {
    String why =
        switch (status) {
          case 404, 410 -> "the file is no longer there";
          case 407 -> "the proxy asks for a password";
          case 401, 403 -> "the server refuses access";
          default -> "the server did not send the file";
        };
    return new UserError(
        uri + " answered " + status + ": " + why,
        "",
        "Put a copy into RAFT_DATA_HOME, or try again later");
  }

  private static String reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException) {
        return "the server's name is not known here (is there a network?)";
      }
    }
    return failure instanceof ConnectException
        ? "no connection to the server"
        : "the connection broke (" + failure.getMessage() + ")";
  }

  private void pause(Duration pause) {
    long end = System.nanoTime() + pause.toNanos();
    while (System.nanoTime() < end) {
      context.checkStop();
      try {
        Thread.sleep(Math.min(POLL_MILLIS, pause.toMillis() + 1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Stopped();
      }
    }
  }

  private long size() throws IOException {
    return Files.exists(part) ? Files.size(part) : 0;
  }
}
