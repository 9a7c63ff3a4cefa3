package raftlab.report.export;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.core.Selection;
import raftlab.data.Row;
import raftlab.report.Grid;

/** Completions as flat rows, one JSON object each, for tools of one's own. */
public final class SampleRows {

  private SampleRows() {}

  /** Returns every completion of rollouts. */
  public static List<JsonObject> of(RolloutSet rollouts) {
    List<JsonObject> rows = new ArrayList<>();
    for (Rollout rollout : rollouts.rollouts()) {
      rollout.completions().forEach(each -> rows.add(row(rollout.prompt(), each)));
    }
    return rows;
  }

  /** Returns every completion of a scored set with its reward, null where it was skipped. */
  public static List<JsonObject> of(ScoredSet scored) {
    List<JsonObject> rows = new ArrayList<>();
    for (ScoredGroup group : scored.groups()) {
      for (Scored sample : group.samples()) {
        JsonObject row = row(group.prompt(), sample.completion());
        Reward reward = sample.reward();
        row.addProperty("reward", reward.skipped() ? null : reward.value());
        row.addProperty("reason", reward.reason());
        rows.add(row);
      }
    }
    return rows;
  }

  /** Returns the kept completions. */
  public static List<JsonObject> of(Selection selection) {
    return selection.kept().stream()
        .map(
            kept -> {
              JsonObject row = row(kept.prompt(), kept.completion());
              row.addProperty("reward", kept.reward());
              return row;
            })
        .toList();
  }

  /** Returns a round of a run: every completion, and whether it was kept. */
  public static List<JsonObject> of(int round, ScoredSet scored, Selection selection) {
    Set<String> kept = new HashSet<>();
    selection
        .kept()
        .forEach(each -> kept.add(key(each.prompt().id(), each.completion().sampleIndex())));
    List<JsonObject> rows = of(scored);
    for (JsonObject row : rows) {
      row.addProperty(
          "kept",
          kept.contains(key(row.get("prompt_id").getAsString(), row.get("sample").getAsInt())));
      row.addProperty("round", round);
    }
    return rows;
  }

  /** Returns flat rows as a table: every field that one of them has, in the order it came. */
  public static Grid grid(String title, List<JsonObject> rows) {
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.addAll(row.keySet()));
    List<String> columns = List.copyOf(names);
    return new Grid(
        title,
        columns,
        columns.stream().map(name -> rows.stream().allMatch(row -> isNumber(row, name))).toList(),
        rows.stream()
            .map(row -> columns.stream().map(name -> cell(row.get(name))).toList())
            .toList());
  }

  private static boolean isNumber(JsonObject row, String name) {
    JsonElement value = row.get(name);
    return value == null
        || value.isJsonNull()
        || (value instanceof JsonPrimitive primitive && primitive.isNumber());
  }

  private static String cell(JsonElement value) {
    return value == null || value.isJsonNull() ? "" : Row.literal(value);
  }

  private static String key(String prompt, int sample) {
    return sample + " " + prompt;
  }

  private static JsonObject row(Prompt prompt, Completion completion) {
    JsonObject row = new JsonObject();
    row.addProperty("prompt_id", prompt.id());
    row.addProperty("sample", completion.sampleIndex());
    row.addProperty("prompt", prompt.text());
    row.addProperty("completion", completion.text());
    row.addProperty("answer", prompt.find(Prompt.ANSWER).orElse(null));
    row.addProperty("finish", completion.finish().name());
    row.addProperty("length", completion.length());
    return row;
  }
}
