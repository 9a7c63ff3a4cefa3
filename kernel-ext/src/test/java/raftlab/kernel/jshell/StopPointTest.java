package raftlab.kernel.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class StopPointTest { // public for the cells

  private CellRunner runner;
  private JavaSession java;

  /** Set by cells when they begin, so that they are interrupted in their middle. */
  public static volatile boolean began;

  @BeforeEach
  void open() {
    runner = new CellRunner();
    java = new JavaSession(runner);
    java.evaluateImports();
    began = false;
  }

  @AfterEach
  void close() {
    java.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) { }",
        "for (int i = 0; ; i++) { }",
        "int n = 0; do { n = (n + 1) % 7; } while (n >= 0);",
        "while (true) { try { Thread.sleep(1); } catch (Exception e) { } }",
        "long fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }\nfib(90)",
        "Stream.iterate(0, i -> 1 - i).allMatch(i -> i < 2)",
        "new Object() { void spin() { while (true) { } } }.spin();"
      })
  void codeThatHeedsNoInterruptEnds(String loop) throws Exception {
    runner.begin();
    CompletableFuture<Object> cell = CompletableFuture.supplyAsync(() -> evaluate(loop));
    awaitBegin();
    TimeUnit.MILLISECONDS.sleep(50);
    runner.interrupt();
    Exception failure = assertThrows(Exception.class, cell::join);
    assertTrue(failure.getCause() instanceof CancellationException, failure::toString);
    assertTrue(runner.awaitQuiet(TimeUnit.SECONDS.toMillis(20)), "still runs");
    runner.begin();
    assertEquals(2, java.evaluate("1 + 1"));
  }

  @Test
  void loopsComputeWhatTheyDid() throws CellFailure {
    runner.begin();
    Object sum =
        java.evaluate(
            """
            long sum = 0;
            outer:
            for (int i = 0; i < 100; i++) {
              int j = 0;
              do {
                if (j == 7) continue outer;
                switch (j % 3) { case 0: sum += 2; break; case 1: sum += j; break; default: sum -= 1; }
              } while (++j < 10);
            }
            sum
            """);
    // Of j = 0 to 6: three times +2, then +1 and +4, twice -1.
    assertEquals(100L * (6 + 5 - 2), sum);
  }

  private Object evaluate(String loop) {
    try {
      java.evaluate(StopPointTest.class.getName() + ".began = true;");
      return java.evaluate(loop);
    } catch (CellFailure e) {
      throw new CompletionException(e);
    }
  }

  private static void awaitBegin() throws InterruptedException {
    for (int i = 0; i < 2000 && !began; i++) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertTrue(began, "the cell does not begin");
    TimeUnit.MILLISECONDS.sleep(500); // the second evaluation compiles
  }
}
