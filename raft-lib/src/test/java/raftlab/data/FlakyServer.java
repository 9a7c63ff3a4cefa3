package raftlab.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server on the loopback that misbehaves as the path asks. */
final class FlakyServer implements AutoCloseable {

  static final FetchSettings IMPATIENT =
      new FetchSettings(Duration.ofMillis(400), 3, Duration.ofMillis(5), ProxySelector.of(null));

  final AtomicInteger requests = new AtomicInteger();
  final AtomicInteger resumed = new AtomicInteger();
  private final byte[] content;
  private final HttpServer server;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);

  FlakyServer(byte[] content) throws IOException {
    this.content = content.clone();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
  }

  String url(String behaviour) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + behaviour;
  }

  private void answer(HttpExchange exchange) throws IOException {
    int request = requests.incrementAndGet();
    String behaviour = exchange.getRequestURI().getPath().substring(1);
    try (exchange) {
      switch (behaviour) {
        case "good" -> send(exchange, content, content.length);
        case "drops" -> send(exchange, content, start(exchange) + content.length / 3);
        case "no-range" -> noRange(exchange, request);
        case "wrong" -> send(exchange, new byte[content.length], content.length);
        case "wrong-once" ->
            send(exchange, request == 1 ? new byte[content.length] : content, content.length);
        case "longer" -> send(exchange, Arrays.copyOf(content, content.length * 2), -1);
        case "redirect" -> {
          exchange.getResponseHeaders().set("Location", url("good"));
          exchange.sendResponseHeaders(302, -1);
        }
        case "busy-once" -> {
          if (request == 1) {
            exchange.sendResponseHeaders(503, -1);
          } else {
            send(exchange, content, content.length);
          }
        }
        case "stalls-once" -> {
          if (request == 1) {
            stall(exchange);
          } else {
            send(exchange, content, content.length);
          }
        }
        case "stalls" -> stall(exchange);
        case "gone" -> exchange.sendResponseHeaders(404, -1);
        default -> throw new IllegalArgumentException(behaviour);
      }
    }
  }

  private int start(HttpExchange exchange) {
    String range = exchange.getRequestHeaders().getFirst("Range");
    return range == null ? 0 : Integer.parseInt(range.substring(6, range.length() - 1));
  }

  /** Promises everything from the start that was asked for, sends up to {@code end} only. */
  private void send(HttpExchange exchange, byte[] body, int end) throws IOException {
    int last = end < 0 ? body.length : Math.min(end, body.length);
    int start = start(exchange);
    if (start > 0) {
      resumed.incrementAndGet();
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes " + start + "-" + (body.length - 1) + "/" + body.length);
    }
    exchange.sendResponseHeaders(start > 0 ? 206 : 200, body.length - start);
    exchange.getResponseBody().write(body, start, last - start);
    exchange.getResponseBody().flush();
  }

  private void noRange(HttpExchange exchange, int request) throws IOException {
    exchange.sendResponseHeaders(200, content.length);
    int sent = request == 1 ? content.length / 2 : content.length;
    exchange.getResponseBody().write(content, 0, sent);
    exchange.getResponseBody().flush();
  }

  private void stall(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, content.length);
    OutputStream body = exchange.getResponseBody();
    body.write(content, 0, content.length / 2);
    body.flush();
    try {
      closing.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    workers.shutdownNow();
  }
}
