package raftlab.tune;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import raftlab.core.Counted;
import raftlab.core.Event;
import raftlab.core.PeakMemory;
import raftlab.core.RunContext;
import raftlab.core.Stopped;
import raftlab.core.UserError;
import raftlab.files.Hashes;
import raftlab.files.JsonFile;
import raftlab.infer.FileResult;
import raftlab.model.DecoderPolicy;
import raftlab.model.ModelFolder;
import raftlab.train.FineTuner;
import raftlab.train.TrainReport;

/**
 * Fine-tunes a model folder on a file into a new folder: the model, or the adapter in PEFT's
 * layout, {@code metrics.jsonl} with a line per step, and {@code training.json} with the request
 * and what came of it. Killed or stopped, the same call goes on from the last saved state and ends
 * with the same bits; done, it says what was done and trains nothing.
 */
public final class FolderTuning {

  private static final String RECORD = "training.json";

  private final TuneRequest request;
  private final String identity;
  private final SavedState state;

  private FolderTuning(TuneRequest request) {
    this.request = request;
    this.identity = identity(request);
    this.state = SavedState.in(request.out(), identity);
  }

  /** Runs a request. */
  public static FileResult run(TuneRequest request, RunContext context) {
    return new FolderTuning(request).run(context);
  }

  private FileResult run(RunContext context) {
    Path record = request.out().resolve(RECORD);
    if (Files.isRegularFile(record)) {
      JsonObject done = JsonFile.readObject(record);
      if (done.get("request").getAsString().equals(identity)) {
        context.emit(new Event.Note(request.out() + " holds the result of this very call already"));
        return FileResults.of(done);
      }
      throw taken("the result of other data or settings");
    }
    if (!state.isThere() && ModelFolder.isAt(request.out())) {
      throw taken("a model already");
    }
    boolean again = state.isThere();
    try (DecoderPolicy policy = start(again);
        FineTuner tuner = new FineTuner(policy, request.settings())) {
      if (again) {
        tuner.loadState(state.folder());
        context.emit(new Event.Note("going on after step " + tuner.stepsDone()));
      }
      return train(policy, tuner, context);
    }
  }

  private UserError taken(String what) {
    return new UserError(
        request.out() + " holds " + what,
        "it is not overwritten",
        "Give another folder to --out, or delete that one");
  }

  private DecoderPolicy start(boolean again) {
    DecoderPolicy policy =
        DecoderPolicy.load(again ? state.folder() : request.model(), request.precision());
    if (!again) {
      request.lora().ifPresent(lora -> policy.adapt(lora, request.settings().seed()));
    }
    return policy;
  }

  private FileResult train(DecoderPolicy policy, FineTuner tuner, RunContext context) {
    TuneRows rows =
        TuneRows.read(
            request.data(),
            policy.tokenizer(),
            policy.tokenizerFolder(),
            request.text(),
            policy.contextLength());
    int from = tuner.stepsDone();
    try (StepLog log = StepLog.open(request.out(), from)) {
      RunContext listened = context.andTell(event -> saw(event, log, policy, tuner));
      TrainReport report = tuner.train(rows.examples(), listened);
      tuner.close(); // its gradients and moments make room for what saving takes
      return finish(policy, rows, report, log, from);
    } catch (Stopped e) {
      state.save(policy, tuner);
      context.emit(
          new Event.Note("stopped; the same call goes on after step " + tuner.stepsDone()));
      throw e;
    }
  }

  private void saw(Event event, StepLog log, DecoderPolicy policy, FineTuner tuner) {
    if (event instanceof Event.TrainStep step) {
      log.add(step);
      if (step.step() % request.saveEvery() == 0 && step.step() < step.steps()) {
        state.save(policy, tuner);
      }
    }
  }

  private FileResult finish(
      DecoderPolicy policy, TuneRows rows, TrainReport report, StepLog log, int from) {
    long trained = policy.trainedCount();
    if (request.merge()) {
      policy.merge();
    }
    policy.save(request.out());
    int steps = from + report.steps() + report.skipped();
    double share = steps == 0 ? 0 : (steps - from) / (double) steps;
    double tokens = share * rows.tokens() * request.settings().epochs();
    double rate = tokens / Math.max(1e-9, report.seconds());
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("steps", steps);
    numbers.put("resumed_after", from);
    numbers.put("skipped_steps", report.skipped());
    numbers.put("examples", rows.examples().size());
    numbers.put("cut_examples", rows.cut());
    numbers.put("dropped_rows", rows.dropped());
    numbers.put("tokens", Math.round(tokens));
    numbers.put("loss_tokens", report.tokens());
    numbers.put("seconds", report.seconds());
    numbers.put("tokens_per_second", rate);
    numbers.put("first_loss", log.first());
    numbers.put("last_loss", log.last());
    numbers.put("mean_loss", report.meanLoss());
    numbers.put("trained_parameters", trained);
    numbers.put("dtype", request.precision().option());
    PeakMemory.bytes().ifPresent(bytes -> numbers.put("peak_memory_bytes", bytes));
    numbers.put("out", request.out().toString());
    FileResult result =
        new FileResult(headline(steps, log, rate, report.seconds(), request.out()), numbers);
    JsonFile.write(request.out().resolve(RECORD), FileResults.record(result, identity));
    state.delete();
    return result;
  }

  private static String headline(
      int steps, StepLog log, double tokensPerSecond, double seconds, Path out) {
    return String.format(
        Locale.ROOT,
        "%s, loss %.4f to %.4f, %.0f tokens/s, %.1f s: %s",
        Counted.of(steps, "step"),
        log.first(),
        log.last(),
        tokensPerSecond,
        seconds,
        out);
  }

  /** Everything that decides the result, as text. */
  private static String identity(TuneRequest request) {
    return String.join(
        "; ",
        "model " + request.model().toAbsolutePath().normalize(),
        "data " + Hashes.sha256(request.data()),
        request.precision().option(),
        request.settings().toString(),
        request.lora().map(Object::toString).orElse("no adapter"),
        request.merge() ? "merged" : "not merged",
        request.text().toString());
  }
}
