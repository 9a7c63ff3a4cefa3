package raftlab.grade;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import raftlab.core.RunContext;
import raftlab.data.LineBatch;
import raftlab.data.LineBatches;

/**
 * Grades batches on several threads and hands the results over in the order of the file. At most
 * {@value #PER_WORKER} batches per worker are under way, which bounds the memory. With one worker
 * everything happens on the caller's thread.
 */
final class BatchPipeline {

  private static final int PER_WORKER = 3;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final GradeRequest request;

  BatchPipeline(GradeRequest request) {
    this.request = request;
  }

  void run(LineBatches batches, RunContext context, Consumer<GradedBatch> then) {
    Optional<LineBatch> first = batches.next();
    if (first.isEmpty()) {
      return;
    }
    Optional<LineBatch> second = request.threads() == 1 ? Optional.empty() : batches.next();
    if (second.isEmpty()) {
      inline(first.get(), batches, context, then);
    } else {
      parallel(first.get(), second.get(), batches, context, then);
    }
  }

  private void inline(
      LineBatch first, LineBatches batches, RunContext context, Consumer<GradedBatch> then) {
    LineGrader grader = grader();
    for (Optional<LineBatch> batch = Optional.of(first);
        batch.isPresent();
        batch = batches.next()) {
      context.checkStop();
      then.accept(grader.grade(batch.get()));
    }
  }

  private void parallel(
      LineBatch first,
      LineBatch second,
      LineBatches batches,
      RunContext context,
      Consumer<GradedBatch> then) {
    ThreadLocal<LineGrader> graders = ThreadLocal.withInitial(this::grader);
    ExecutorService workers =
        Executors.newFixedThreadPool(
            request.threads(),
            work -> {
              Thread thread = new Thread(work, "grade-" + NUMBER.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    Deque<Future<GradedBatch>> underWay = new ArrayDeque<>();
    try {
      underWay.add(workers.submit(() -> graders.get().grade(first)));
      Optional<LineBatch> next = Optional.of(second);
      while (next.isPresent()) {
        context.checkStop();
        LineBatch batch = next.get();
        underWay.add(workers.submit(() -> graders.get().grade(batch)));
        if (underWay.size() >= PER_WORKER * request.threads()) {
          then.accept(result(underWay.remove()));
        }
        next = batches.next();
      }
      while (!underWay.isEmpty()) {
        context.checkStop();
        then.accept(result(underWay.remove()));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private LineGrader grader() {
    return new LineGrader(request.fields(), request.profile());
  }

  private static GradedBatch result(Future<GradedBatch> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("grading failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new raftlab.core.Stopped();
    }
  }
}
