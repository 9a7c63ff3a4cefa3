package raftlab.grade;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Consumer;
import raftlab.core.Event;
import raftlab.core.RunContext;
import raftlab.data.LineBatches;
import raftlab.files.AtomicFile;
import raftlab.verify.Verifier;

/**
 * Grades a file row by row. The output appears whole or not at all; its order is that of the input
 * whatever the number of threads; memory does not grow with the file. Stateless.
 */
public final class Grading {

  /** Progress is told once in so many bytes of text. */
  private static final long TOLD = 8 << 20;

  private Grading() {}

  /**
   * Grades a file.
   *
   * @throws raftlab.core.UserError if it cannot be read, holds no row that can be graded, or, under
   *     {@code strict}, holds one that cannot
   * @throws raftlab.core.Stopped if the user asked to stop; nothing is written then
   */
  public static GradeReport run(GradeRequest request, RunContext context) {
    if (request.out().isEmpty()) {
      return grade(request, context, batch -> {});
    }
    GradeReport[] report = new GradeReport[1];
    AtomicFile.write(
        request.out().get(),
        out -> {
          try {
            report[0] = grade(request, context, writer(out));
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
        });
    GradedFile.write(request.out().get(), report[0]);
    return report[0];
  }

  private static GradeReport grade(
      GradeRequest request, RunContext context, Consumer<GradedBatch> write) {
    long began = System.nanoTime();
    GradeCount count = new GradeCount(request.strict());
    long[] told = {TOLD};
    try (LineBatches batches = LineBatches.open(request.in())) {
      new BatchPipeline(request)
          .run(
              batches,
              context,
              batch -> {
                count.add(batch);
                write.accept(batch);
                if (batches.bytes() > told[0]) {
                  told[0] = batches.bytes() + TOLD;
                  tell(context, count, batches.bytes(), request.in().toFile().length());
                }
              });
      count.requireSome(request.in().toString());
      double seconds = (System.nanoTime() - began) / 1e9;
      return count.report(
          request, request.source().withSha256(batches.sha256()), graderVersion(), seconds);
    }
  }

  private static Consumer<GradedBatch> writer(OutputStream out) {
    return batch -> {
      try {
        batch.text().writeTo(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static void tell(RunContext context, GradeCount count, long done, long total) {
    context.emit(
        new Event.Progress(
            "grade",
            Math.min(done, total) >> 20,
            Math.max(done, total) >> 20,
            String.format(
                Locale.ROOT,
                "MiB, %d responses, %.1f %% correct",
                count.graded(),
                100.0 * count.correct() / Math.max(1, count.graded()))));
  }

  private static String graderVersion() {
    String version = Verifier.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
