package raftlab.data;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import raftlab.core.Completion;
import raftlab.core.FinishReason;
import raftlab.core.Prompt;
import raftlab.core.Rollout;
import raftlab.core.TokenTrace;
import raftlab.core.UserError;

/**
 * The lab's own rollouts.jsonl: one group per line, written and read without loss.
 *
 * <pre>
 * {"id": "p1", "prompt": "...", "columns": {"answer": "4"},
 *  "completions": [{"text": "...", "finish": "end", "tokens": [5, 1], "log_probs": [-0.1, -2.0]}]}
 * </pre>
 *
 * Log-probabilities are in nats and come back bit for bit; tokens are absent from completions that
 * were imported as text.
 */
public final class RolloutLines {

  private RolloutLines() {}

  /** Writes groups; the file appears when all are written. */
  public static void write(Path file, List<Rollout> rollouts) {
    try (JsonLinesWriter out = JsonLinesWriter.create(file)) {
      for (Rollout rollout : rollouts) {
        out.write(toJson(rollout));
      }
      out.commit();
    }
  }

  /** Reads groups in the order they were written. */
  public static List<Rollout> read(Path file) {
    List<Rollout> rollouts = new ArrayList<>();
    JsonLines.forEach(file, row -> rollouts.add(fromRow(row)));
    return rollouts;
  }

  /** Returns whether a row looks like a line of such a file. */
  static boolean matches(Row row) {
    return row.has("prompt")
        && row.find("completions")
            .filter(JsonElement::isJsonArray)
            .filter(list -> !list.getAsJsonArray().isEmpty())
            .filter(list -> list.getAsJsonArray().get(0).isJsonObject())
            .filter(list -> list.getAsJsonArray().get(0).getAsJsonObject().has("text"))
            .isPresent();
  }

  /** Returns the line of a group. */
  public static JsonObject toJson(Rollout rollout) {
    JsonObject columns = new JsonObject();
    new TreeMap<>(rollout.prompt().columns()).forEach(columns::addProperty);
    JsonArray completions = new JsonArray();
    rollout.completions().forEach(completion -> completions.add(toJson(completion)));
    JsonObject line = new JsonObject();
    line.addProperty("id", rollout.prompt().id());
    line.addProperty("prompt", rollout.prompt().text());
    line.add("columns", columns);
    line.add("completions", completions);
    return line;
  }

  /** Returns the group of a line. */
  public static Rollout fromRow(Row row) {
    Map<String, String> columns = new LinkedHashMap<>();
    row.find("columns")
        .map(JsonElement::getAsJsonObject)
        .ifPresent(object -> columns.putAll(new Row(row.place(), object).columns()));
    List<Completion> completions = new ArrayList<>();
    for (JsonElement completion : row.element("completions").getAsJsonArray()) {
      completions.add(
          completion(new Row(row.place(), completion.getAsJsonObject()), completions.size()));
    }
    return new Rollout(new Prompt(row.text("id"), row.text("prompt"), columns), completions);
  }

  private static JsonObject toJson(Completion completion) {
    JsonObject json = new JsonObject();
    json.addProperty("text", completion.text());
    json.addProperty("finish", completion.finish().name().toLowerCase(Locale.ROOT));
    if (completion.trace().size() > 0) {
      JsonArray tokens = new JsonArray();
      JsonArray logProbs = new JsonArray();
      for (int i = 0; i < completion.trace().size(); i++) {
        tokens.add(completion.trace().id(i));
        logProbs.add(completion.trace().logProb(i));
      }
      json.add("tokens", tokens);
      json.add("log_probs", logProbs);
    }
    return json;
  }

  private static Completion completion(Row row, int sample) {
    return new Completion(sample, row.text("text"), trace(row), finish(row));
  }

  private static TokenTrace trace(Row row) {
    if (!row.has("tokens")) {
      return TokenTrace.NONE;
    }
    List<String> tokens = row.texts("tokens");
    List<String> logProbs = row.texts("log_probs");
    if (tokens.size() != logProbs.size()) {
      throw new UserError(
          row.place()
              + " has "
              + tokens.size()
              + " tokens but "
              + logProbs.size()
              + " log-probabilities");
    }
    int[] ids = new int[tokens.size()];
    float[] values = new float[tokens.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = Integer.parseInt(tokens.get(i));
      values[i] = Float.parseFloat(logProbs.get(i));
    }
    return TokenTrace.of(ids, values);
  }

  private static FinishReason finish(Row row) {
    String written = row.findText("finish").orElse("unknown");
    for (FinishReason reason : FinishReason.values()) {
      if (reason.name().equalsIgnoreCase(written)) {
        return reason;
      }
    }
    throw new UserError(
        row.place() + " has the finish reason \"" + written + "\"",
        "",
        "Known: end, length, unknown");
  }
}
