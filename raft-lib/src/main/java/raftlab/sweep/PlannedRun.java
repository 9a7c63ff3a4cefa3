package raftlab.sweep;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import raftlab.core.Checks;

/**
 * One run of a sweep.
 *
 * @param name of its folder, such as {@code grpo-lr1e-4-seed2}
 * @param label what it shares with the runs that differ from it in the seed only
 * @param seed its seed
 * @param settings options of {@code run} by name without dashes, the seed among them
 */
public record PlannedRun(String name, String label, long seed, Map<String, String> settings) {

  public PlannedRun {
    Checks.notBlank(name, "run name");
    Checks.notBlank(label, "label");
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
  }

  /** Returns the settings as {@code key: value} lines, the form of a cell's body. */
  public String body() {
    StringBuilder lines = new StringBuilder();
    settings.forEach((key, value) -> lines.append(key + ": \"" + value + "\"\n"));
    return lines.toString();
  }
}
