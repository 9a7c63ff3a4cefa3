package raftlab.kernel.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import raftlab.core.Suggest;
import raftlab.core.UsageError;
import raftlab.core.UserError;

/** Named bundles of settings, one resource file of {@code key: value} lines each. */
public final class Presets {

  /** The names, the default first. */
  public static final List<String> NAMES =
      List.of(
          "classroom",
          "paper-2023",
          "minimal-rl-raft",
          "minimal-rl-raftpp",
          "minimal-rl-reinforce-rej",
          "grpo",
          "dr-grpo",
          "rloo",
          "iterative-dpo");

  private Presets() {}

  /**
   * Returns the settings of a preset.
   *
   * @throws UserError if there is none of that name
   */
  public static Map<String, String> load(String name) {
    if (!NAMES.contains(name)) {
      throw new UsageError(
          "no preset named \"" + name + "\"", Suggest.near(name, NAMES), "config set preset=NAME");
    }
    String file = "presets/" + name + ".yaml";
    try (InputStream in = Presets.class.getResourceAsStream(file)) {
      return KeyValueLines.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
