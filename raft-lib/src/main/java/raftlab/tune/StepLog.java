package raftlab.tune;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import raftlab.core.Event;
import raftlab.core.UserError;
import raftlab.files.AtomicFile;
import raftlab.files.FileFailure;

/**
 * {@code metrics.jsonl}: one line per optimizer step, written as the step ends. A call that goes on
 * first forgets the lines of steps that its saved state does not know.
 */
final class StepLog implements AutoCloseable {

  private final BufferedWriter out;
  private final long start = System.nanoTime();
  private double first = Double.NaN;
  private double last = Double.NaN;

  private StepLog(BufferedWriter out) {
    this.out = out;
  }

  /** Opens the log of a folder after {@code done} steps. */
  static StepLog open(Path folder, int done) {
    Path file = folder.resolve("metrics.jsonl");
    try {
      Files.createDirectories(folder);
      List<String> known =
          done > 0 && Files.exists(file)
              ? Files.readAllLines(file).stream().limit(done).toList()
              : List.of();
      AtomicFile.writeText(file, known.isEmpty() ? "" : String.join("\n", known) + "\n");
      StepLog log =
          new StepLog(
              Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.APPEND));
      if (!known.isEmpty()) {
        log.first = loss(known.get(0));
        log.last = loss(known.get(known.size() - 1));
      }
      return log;
    } catch (IOException e) {
      throw new UserError(
          folder + " cannot be written", FileFailure.reason(e), FileFailure.advice(e));
    }
  }

  private static double loss(String line) {
    JsonElement loss = JsonParser.parseString(line).getAsJsonObject().get("loss");
    return loss.isJsonNull() ? Double.NaN : loss.getAsDouble();
  }

  void add(Event.TrainStep step) {
    JsonObject line = new JsonObject();
    line.addProperty("step", step.step());
    line.addProperty("loss", finite(step.loss()));
    line.addProperty("grad_norm", finite(step.gradNorm()));
    line.addProperty("learning_rate", step.learningRate());
    line.addProperty("seconds", (System.nanoTime() - start) / 1e9);
    first = Double.isNaN(first) ? step.loss() : first;
    last = step.loss();
    try {
      out.write(line + "\n");
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** JSON has no NaN: such a step is written as null, and was not applied. */
  private static Double finite(double value) {
    return Double.isFinite(value) ? (Double) value : null;
  }

  /** Returns the loss of the first step, NaN if there was none. */
  double first() {
    return first;
  }

  /** Returns that of the last. */
  double last() {
    return last;
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
