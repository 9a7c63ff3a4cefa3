package raftlab.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import raftlab.core.Stopped;

class CrewTest {

  @Test
  void doesPiecesAtTheSameTimeTheFirstOnTheCallersThread() {
    CountDownLatch both = new CountDownLatch(2);
    Thread[] by = new Thread[2];
    try (Crew crew = new Crew(2)) {
      crew.run(List.of(() -> meet(both, by, 0), () -> meet(both, by, 1)));
    }
    assertSame(Thread.currentThread(), by[0]);
    assertEquals("raft-crew", by[1].getName());
    assertFalse(by[1].isAlive());
  }

  private static void meet(CountDownLatch both, Thread[] by, int place) {
    by[place] = Thread.currentThread();
    both.countDown();
    waitFor(both);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void eachThreadHasKernelsOfOneThreadAndAfterwardsAllIsAsBefore() {
    ThreadCount three = ThreadCount.of(3);
    try {
      int[] seen = new int[2];
      try (Crew crew = new Crew(2)) {
        crew.run(
            List.of(() -> seen[0] = ThreadCount.current(), () -> seen[1] = ThreadCount.current()));
      }
      assertEquals(1, seen[0]);
      assertEquals(1, seen[1]);
      assertEquals(3, ThreadCount.current());
      try (Crew alone = new Crew(1)) {
        alone.run(List.of(() -> seen[0] = ThreadCount.current()));
      }
      assertEquals(3, seen[0]);
    } finally {
      three.close();
    }
  }

  @Test
  void throwsWhatFailedFirstAfterAllHaveEnded() {
    AtomicBoolean ended = new AtomicBoolean();
    try (Crew crew = new Crew(2)) {
      Runnable waits =
          () -> {
            while (!crew.failed()) {
              Thread.onSpinWait();
            }
            ended.set(true);
            throw new IllegalStateException("a consequence");
          };
      Runnable fails =
          () -> {
            throw new IllegalArgumentException("the cause");
          };
      Exception thrown =
          assertThrows(IllegalArgumentException.class, () -> crew.run(List.of(waits, fails)));
      assertEquals("the cause", thrown.getMessage());
      assertTrue(ended.get());
      crew.run(List.of(() -> {}, () -> ended.set(crew.failed())));
      assertFalse(ended.get());
    }
  }

  @Test
  void anErrorOfAnotherThreadReachesTheCaller() {
    Runnable fails =
        () -> {
          throw new AssertionError("broken");
        };
    try (Crew crew = new Crew(2)) {
      assertThrows(AssertionError.class, () -> crew.run(List.of(() -> {}, fails)));
    }
  }

  @Test
  void whatIsThrownWhileWaitingEndsTheOthers() {
    try (Crew crew = new Crew(2)) {
      Runnable untilFailed =
          () -> {
            while (!crew.failed()) {
              Thread.onSpinWait();
            }
          };
      Runnable stop =
          () -> {
            throw new Stopped();
          };
      assertThrows(Stopped.class, () -> crew.run(List.of(() -> {}, untilFailed), stop));
    }
  }

  @Test
  void anInterruptStopsAndIsKept() {
    try (Crew crew = new Crew(2)) {
      Runnable untilFailed =
          () -> {
            while (!crew.failed()) {
              Thread.onSpinWait();
            }
          };
      Thread.currentThread().interrupt();
      assertThrows(Stopped.class, () -> crew.run(List.of(() -> {}, untilFailed)));
      assertTrue(Thread.interrupted());
    }
  }

  @Test
  void closesWithNoThreadLeftEvenIfInterrupted() {
    for (int i = 0; i < 200; i++) {
      Thread[] by = new Thread[1];
      try (Crew crew = new Crew(2)) {
        crew.run(List.of(() -> {}, () -> by[0] = Thread.currentThread()));
        Thread.currentThread().interrupt();
      }
      assertTrue(Thread.interrupted());
      assertFalse(by[0].isAlive());
    }
  }

  @Test
  void nothingToDoIsDone() {
    try (Crew crew = new Crew(2)) {
      crew.run(List.of());
      assertFalse(crew.failed());
    }
  }

  @Test
  void asksForTheSafePointBeforeEachPieceOfTheCaller() {
    AtomicInteger asked = new AtomicInteger();
    try (Crew crew = new Crew(1)) {
      crew.each(7, at -> assertEquals(at + 1, asked.get()), asked::incrementAndGet);
    }
    assertEquals(7, asked.get());
  }

  @Test
  void doesEachNumberedPieceOnce() {
    for (int size : new int[] {1, 2, 5}) {
      AtomicIntegerArray done = new AtomicIntegerArray(40);
      try (Crew crew = new Crew(size)) {
        crew.each(40, done::incrementAndGet, () -> {});
        crew.each(0, done::incrementAndGet, () -> {});
      }
      for (int i = 0; i < 40; i++) {
        assertEquals(1, done.get(i));
      }
    }
  }

  /** The other thread's piece ends after the failure: it must not take a next one. */
  @Test
  void aFailedPieceEndsTheOthersEarly() {
    AtomicInteger begun = new AtomicInteger();
    CountDownLatch both = new CountDownLatch(2);
    try (Crew crew = new Crew(2)) {
      IllegalStateException thrown =
          assertThrows(
              IllegalStateException.class,
              () -> crew.each(1000, at -> failFirst(at, crew, both, begun), () -> {}));
      assertEquals("piece", thrown.getMessage());
    }
    assertEquals(2, begun.get());
  }

  private static void failFirst(int at, Crew crew, CountDownLatch both, AtomicInteger begun) {
    begun.incrementAndGet();
    both.countDown();
    waitFor(both);
    if (at == 0) {
      throw new IllegalStateException("piece");
    }
    while (!crew.failed()) {
      Thread.onSpinWait();
    }
  }
}
