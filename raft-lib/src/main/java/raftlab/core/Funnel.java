package raftlab.core;

import java.util.List;

/**
 * Where every sample went, from generated to kept. The first stage is what came in; each stage's
 * {@code dropped} plus its {@code left} is the {@code left} of the stage before.
 */
public record Funnel(List<Stage> stages) {

  /** One filter: its name, what it removed, and what was left after it. */
  public record Stage(String name, int dropped, int left) {}

  public Funnel {
    stages = List.copyOf(stages);
    for (int i = 1; i < stages.size(); i++) {
      Stage before = stages.get(i - 1);
      Stage stage = stages.get(i);
      Checks.that(
          stage.dropped() + stage.left() == before.left(),
          () -> "the funnel loses samples between " + before + " and " + stage);
    }
  }

  /** Returns how many samples came in. */
  public int generated() {
    return stages.isEmpty() ? 0 : stages.get(0).left() + stages.get(0).dropped();
  }

  /** Returns how many were kept. */
  public int kept() {
    return stages.isEmpty() ? 0 : stages.get(stages.size() - 1).left();
  }
}
