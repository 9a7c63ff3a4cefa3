package raftlab.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import raftlab.core.Checks;
import raftlab.core.Suggest;
import raftlab.core.UserError;

/**
 * Reads the YAML of a sweep. Scalars stay the text they are, so that {@code 1e-4} is the option's
 * value and the label as written.
 *
 * <pre>
 * name: side-by-side             # else the file's name
 * budget: 200k                   # sampled tokens per run
 * seeds: [1, 2, 3]               # else 42
 * algorithms: [raft, raft++]     # and/or presets: [...]
 * settings: {prompts: 64, k: 8}  # of every run: options of `run`
 * grid: {lr: [1e-4, 2e-4]}       # the cross product of the lists
 * runs:                          # or the combinations one by one
 *   - {algorithm: grpo, lr: 1e-4}
 *   - {label: careful, algorithm: raft, lr: 1e-5}   # named by its label
 * </pre>
 */
public final class SweepFile {

  private static final Set<String> KEYS =
      new LinkedHashSet<>(
          List.of("name", "budget", "seeds", "algorithms", "presets", "settings", "grid", "runs"));

  private static final Pattern TOKENS = Pattern.compile("([0-9.]+)([kKmM]?)");

  /** What names an entry of {@code runs} instead of its settings. */
  private static final String LABEL = "label";

  /** Rounds of a run whose end the budget decides. */
  private static final String ROUNDS = "1000";

  private final YamlKeys keys;
  private final String source;

  private SweepFile(YamlKeys keys) {
    this.keys = keys;
    this.source = keys.source();
  }

  /**
   * Reads a plan.
   *
   * @param text YAML
   * @param source what messages call it, such as its file
   * @param usualName the sweep's name if the text has none
   * @throws UserError if it is no YAML or no plan; nothing is run
   */
  public static SweepPlan read(String text, String source, String usualName) {
    return new SweepFile(YamlKeys.read(text, source)).plan(usualName);
  }

  private SweepPlan plan(String usualName) {
    for (Object key : keys.content().keySet()) {
      Checks.user(
          KEYS.contains(String.valueOf(key)),
          source + " has the unknown key \"" + key + "\"",
          "",
          Suggest.near(String.valueOf(key), KEYS));
    }
    long budget = budget();
    List<PlannedRun> runs = new ArrayList<>();
    for (long seed : seeds()) {
      for (Map<String, String> combination : combinations()) {
        runs.add(run(combination, seed, budget));
      }
    }
    String name = keys.has("name") ? keys.scalar(keys.get("name"), "name") : usualName;
    return new SweepPlan(name, budget, runs);
  }

  private PlannedRun run(Map<String, String> combination, long seed, long budget) {
    Map<String, String> settings = new LinkedHashMap<>(keys.map(keys.get("settings"), "settings"));
    settings.putAll(combination);
    if (budget > 0) {
      settings.putIfAbsent("iterations", ROUNDS);
      settings.put("budget", Long.toString(budget));
    }
    settings.put("seed", Long.toString(seed));
    settings.remove(LABEL);
    String label = combination.getOrDefault(LABEL, label(combination));
    String folder = label.replace("+", "p").replaceAll("[^A-Za-z0-9_-]", "_");
    return new PlannedRun(folder + "-seed" + seed, label, seed, settings);
  }

  /** An algorithm or preset by its name alone, other settings with theirs. */
  private static String label(Map<String, String> combination) {
    List<String> parts = new ArrayList<>();
    combination.forEach(
        (key, value) ->
            parts.add(key.equals("algorithm") || key.equals("preset") ? value : key + value));
    return parts.isEmpty() ? "run" : String.join("-", parts);
  }

  private List<Map<String, String>> combinations() {
    List<Map<String, String>> all = new ArrayList<>();
    for (Map<String, String> start : methods()) {
      all.addAll(crossed(start));
    }
    if (keys.get("runs") instanceof List<?> listed) {
      listed.forEach(each -> all.add(keys.map(each, "runs")));
    } else {
      Checks.user(
          !keys.has("runs"),
          source + ": runs is not a list",
          "",
          "Write runs: with one - {algorithm: grpo} per line");
    }
    Checks.user(
        !all.isEmpty(), source + " plans no run", "", "Give algorithms, presets, grid or runs");
    return all;
  }

  private List<Map<String, String>> methods() {
    List<Map<String, String>> methods = new ArrayList<>();
    keys.list("algorithms").forEach(each -> methods.add(Map.of("algorithm", each)));
    keys.list("presets").forEach(each -> methods.add(Map.of("preset", each)));
    if (methods.isEmpty() && keys.has("grid")) {
      methods.add(Map.of());
    }
    return methods;
  }

  private List<Map<String, String>> crossed(Map<String, String> start) {
    List<Map<String, String>> all = List.of(start);
    Object grid = keys.get("grid");
    if (grid == null) {
      return all;
    }
    for (Map.Entry<?, ?> axis : keys.entries(grid, "grid")) {
      String key = String.valueOf(axis.getKey());
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> each : all) {
        for (String value : keys.strings(axis.getValue(), "grid: " + key)) {
          Map<String, String> more = new LinkedHashMap<>(each);
          more.put(key, value);
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }

  private List<Long> seeds() {
    List<Long> seeds = new ArrayList<>();
    for (String each : keys.has("seeds") ? keys.list("seeds") : List.of("42")) {
      try {
        seeds.add(Long.valueOf(each));
      } catch (NumberFormatException e) {
        throw new UserError(source + ": seed " + each + " is not a whole number");
      }
    }
    return seeds;
  }

  private long budget() {
    if (!keys.has("budget")) {
      return 0;
    }
    String text = keys.scalar(keys.get("budget"), "budget");
    Matcher matcher = TOKENS.matcher(text);
    try {
      if (matcher.matches()) {
        double unit =
            switch (matcher.group(2)) {
              case "k", "K" -> 1e3;
              case "m", "M" -> 1e6;
              default -> 1;
            };
        long tokens = Math.round(Double.parseDouble(matcher.group(1)) * unit);
        if (tokens > 0) {
          return tokens;
        }
      }
    } catch (NumberFormatException e) {
      // Told below, as any other text that is no number.
    }
    throw new UserError(
        source + ": budget " + text + " is not a number of tokens", "", "Write it like 200k");
  }
}
