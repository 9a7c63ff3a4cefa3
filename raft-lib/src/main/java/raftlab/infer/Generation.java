package raftlab.infer;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import raftlab.core.Completion;
import raftlab.core.Counted;
import raftlab.core.FinishReason;
import raftlab.core.PeakMemory;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.RunContext;
import raftlab.data.JsonLinesWriter;
import raftlab.data.Row;
import raftlab.generate.DecoderSampler;
import raftlab.model.DecoderPolicy;

/**
 * Completes the prompts of a file. Each output row is its input row with {@code completions} added:
 * a list of objects with {@code text}, {@code finish_reason} (stop or length), {@code tokens} (how
 * many, the end token included), {@code token_ids} and, on request, {@code logprobs} (nats, at
 * temperature 1 and unfiltered). The time told is that of sampling after a few tokens that prepare
 * the kernels; what these take is told beside it.
 */
public final class Generation {

  private Generation() {}

  /** Runs a request; the output appears whole or not at all. */
  public static FileResult run(DecoderPolicy policy, GenerateRequest request, RunContext context) {
    List<Row> rows = InputRows.read(request.in());
    String field = InputRows.promptField(rows, request.promptField());
    PromptText text = PromptText.named(request.template(), policy);
    List<String> keys = InputRows.keys(rows);
    List<Prompt> prompts = new ArrayList<>();
    for (Row row : rows) {
      prompts.add(new Prompt(keys.get(prompts.size()), text.of(row, field), Map.of()));
    }
    PromptSet set = new PromptSet("generate", request.in().toString(), "", prompts);
    try (JsonLinesWriter out = JsonLinesWriter.create(request.out())) {
      DecoderSampler sampler = new DecoderSampler(policy, request.limits());
      double warmUp =
          prompts.isEmpty() ? 0 : sampler.warmUp(prompts.get(0), request.settings(), context);
      long start = System.nanoTime();
      RolloutSet drawn = sampler.sample(set, request.settings(), context);
      double seconds = (System.nanoTime() - start) / 1e9;
      for (int i = 0; i < rows.size(); i++) {
        out.write(output(rows.get(i), drawn.rollouts().get(i), request.logProbs()));
      }
      out.commit();
      return result(policy, request, drawn, warmUp, seconds);
    }
  }

  private static JsonObject output(Row row, Rollout rollout, boolean logProbs) {
    JsonArray completions = new JsonArray();
    for (Completion completion : rollout.completions()) {
      JsonObject json = new JsonObject();
      json.addProperty("text", completion.text());
      json.addProperty(
          "finish_reason", completion.finish() == FinishReason.END ? "stop" : "length");
      json.addProperty("tokens", completion.trace().size());
      json.add("token_ids", Numbers.of(completion.trace().ids()));
      if (logProbs) {
        json.add("logprobs", Numbers.of(completion.trace().logProbs()));
      }
      completions.add(json);
    }
    JsonObject whole = row.json().deepCopy();
    whole.add("completions", completions);
    return whole;
  }

  private static FileResult result(
      DecoderPolicy policy,
      GenerateRequest request,
      RolloutSet drawn,
      double warmUp,
      double seconds) {
    long tokens = 0;
    long cut = 0;
    long completions = 0;
    for (Rollout rollout : drawn.rollouts()) {
      for (Completion completion : rollout.completions()) {
        tokens += completion.trace().size();
        cut += completion.truncated() ? 1 : 0;
        completions++;
      }
    }
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("model", policy.name());
    numbers.put("dtype", policy.precision().option());
    numbers.put("prompts", drawn.rollouts().size());
    numbers.put("completions", completions);
    numbers.put("truncated", cut);
    numbers.put("tokens", tokens);
    numbers.put("warm_up_seconds", warmUp);
    numbers.put("seconds", seconds);
    numbers.put("tokens_per_second", tokens / Math.max(1e-9, seconds));
    PeakMemory.bytes().ifPresent(bytes -> numbers.put("peak_memory_bytes", bytes));
    numbers.put("seed", request.settings().seed());
    numbers.put("out", request.out().toString());
    return new FileResult(
        String.format(
            Locale.ROOT,
            "%s of %s, %,d tokens in %.1f s (%,.0f tokens/s)",
            Counted.grouped(completions, "completion"),
            Counted.grouped(drawn.rollouts().size(), "prompt"),
            tokens,
            seconds,
            tokens / Math.max(1e-9, seconds)),
        numbers);
  }
}
