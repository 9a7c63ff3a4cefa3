package raftlab.infer;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import raftlab.core.Counted;
import raftlab.core.Event;
import raftlab.core.PeakMemory;
import raftlab.core.RunContext;
import raftlab.data.JsonLinesWriter;
import raftlab.data.Row;
import raftlab.model.DecoderPolicy;
import raftlab.tokenize.Tokenizer;
import raftlab.train.Scoring;

/**
 * Scores the texts of a file. Each output row is its input row with, for the scored tokens in turn,
 * {@code token_ids}, {@code tokens} (as the vocabulary writes them) and {@code logprobs} (nats, at
 * temperature 1); for the tokens before them {@code prompt_token_ids}; and {@code sum_logprob} and
 * {@code perplexity} = exp(-sum / scored tokens), null if none is scored.
 */
public final class LogProbabilities {

  /** Rows scored between two looks at the stop signal. */
  private static final int AT_ONCE = 256;

  private LogProbabilities() {}

  /** Runs a request; the output appears whole or not at all. */
  public static FileResult run(DecoderPolicy policy, LogprobsRequest request, RunContext context) {
    List<Row> rows = InputRows.read(request.in());
    List<ScoredText> texts = new ArrayList<>();
    for (Row row : rows) {
      texts.add(ScoredText.of(row, policy.tokenizer(), request.joint()));
    }
    Scoring scoring = new Scoring(policy);
    long start = System.nanoTime();
    double sum = 0;
    long scored = 0;
    try (JsonLinesWriter out = JsonLinesWriter.create(request.out())) {
      for (int at = 0; at < rows.size(); at += AT_ONCE) {
        List<ScoredText> part = texts.subList(at, Math.min(rows.size(), at + AT_ONCE));
        Iterator<float[]> found =
            scoring
                .logProbs(
                    part.stream().filter(ScoredText::hasScored).map(ScoredText::example).toList(),
                    context)
                .iterator();
        for (int i = 0; i < part.size(); i++) {
          float[] own = part.get(i).hasScored() ? found.next() : new float[0];
          sum += total(own);
          scored += own.length;
          out.write(output(rows.get(at + i), part.get(i), own, policy.tokenizer()));
        }
        context.emit(new Event.Progress("logprobs", at + part.size(), rows.size(), ""));
      }
      out.commit();
    }
    return result(policy, request, texts, sum, scored, (System.nanoTime() - start) / 1e9);
  }

  private static JsonObject output(
      Row row, ScoredText text, float[] logProbs, Tokenizer tokenizer) {
    int[] scored = text.scoredIds();
    JsonArray texts = new JsonArray();
    for (int id : scored) {
      texts.add(id < tokenizer.size() ? tokenizer.tokenText(id) : "");
    }
    JsonObject json = row.json().deepCopy();
    json.add("prompt_token_ids", Numbers.of(text.givenIds()));
    json.add("token_ids", Numbers.of(scored));
    json.add("tokens", texts);
    json.add("logprobs", Numbers.of(logProbs));
    addFinite(json, "sum_logprob", total(logProbs));
    addFinite(json, "perplexity", Math.exp(-total(logProbs) / logProbs.length));
    return json;
  }

  private static void addFinite(JsonObject json, String name, double value) {
    json.addProperty(name, Double.isFinite(value) ? (Double) value : null);
  }

  private static double total(float[] logProbs) {
    double total = 0;
    for (float each : logProbs) {
      total += each;
    }
    return total;
  }

  private static FileResult result(
      DecoderPolicy policy,
      LogprobsRequest request,
      List<ScoredText> texts,
      double sum,
      long scored,
      double seconds) {
    long tokens = texts.stream().mapToLong(each -> each.tokens().length).sum();
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("model", policy.name());
    numbers.put("dtype", policy.precision().option());
    numbers.put("rows", texts.size());
    numbers.put("scored_tokens", scored);
    numbers.put("sum_logprob", sum);
    numbers.put("perplexity", scored == 0 ? null : (Double) Math.exp(-sum / scored));
    numbers.put("tokens", tokens);
    numbers.put("seconds", seconds);
    numbers.put("tokens_per_second", tokens / Math.max(1e-9, seconds));
    PeakMemory.bytes().ifPresent(bytes -> numbers.put("peak_memory_bytes", bytes));
    numbers.put("out", request.out().toString());
    return new FileResult(
        String.format(
            Locale.ROOT,
            "%s, %,d tokens scored, perplexity %.4f, %.1f s",
            Counted.grouped(texts.size(), "row"),
            scored,
            Math.exp(-sum / scored),
            seconds),
        numbers);
  }
}
