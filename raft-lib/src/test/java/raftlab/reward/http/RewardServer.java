package raftlab.reward.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A reward server on the loopback that answers each request as told: a body; {@code status N};
 * {@code stall} before the head; {@code stall-body} after it; {@code drop} the connection. The last
 * behaviour repeats.
 */
final class RewardServer implements AutoCloseable {

  final List<String> questions = new CopyOnWriteArrayList<>();
  final AtomicReference<String> authorization = new AtomicReference<>();
  private final List<String> behaviours;
  private final HttpServer server;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);

  RewardServer(String... behaviours) throws IOException {
    this.behaviours = List.of(behaviours);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/score");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      questions.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      authorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
      String behaviour = behaviours.get(Math.min(questions.size(), behaviours.size()) - 1);
      if (behaviour.startsWith("status ")) {
        exchange.sendResponseHeaders(Integer.parseInt(behaviour.substring(7)), -1);
      } else if (behaviour.equals("stall")) {
        stall();
      } else if (behaviour.equals("stall-body")) {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write('{');
        exchange.getResponseBody().flush();
        stall();
      } else if (!behaviour.equals("drop")) {
        byte[] body = behaviour.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    }
  }

  private void stall() {
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
