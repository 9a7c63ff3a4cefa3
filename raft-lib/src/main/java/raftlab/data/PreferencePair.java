package raftlab.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import raftlab.core.Prompt;
import raftlab.core.UserError;

/**
 * Two completions of a prompt of which one is better. Read from rows with the columns {@code
 * prompt}, {@code chosen} and {@code rejected}, the preference format of TRL; further columns stay
 * with the prompt.
 */
public record PreferencePair(Prompt prompt, String chosen, String rejected) {

  /** Reads the pairs of a JSON lines or JSON file; at least one. */
  public static List<PreferencePair> read(Path file) {
    List<PreferencePair> pairs = new ArrayList<>();
    for (Row row : JsonLines.readAll(file)) {
      Prompt prompt = new Prompt("pair-" + pairs.size(), row.text("prompt"), row.columns());
      pairs.add(new PreferencePair(prompt, row.text("chosen"), row.text("rejected")));
    }
    if (pairs.isEmpty()) {
      throw new UserError(
          file + " holds no pair",
          "a pair is a row with prompt, chosen and rejected",
          "Check the file");
    }
    return pairs;
  }
}
