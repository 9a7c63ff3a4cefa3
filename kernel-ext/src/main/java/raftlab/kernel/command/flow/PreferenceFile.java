package raftlab.kernel.command.flow;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import raftlab.core.Prompt;
import raftlab.core.UserError;
import raftlab.data.dialogue.Dialogue;
import raftlab.data.dialogue.Preference;
import raftlab.files.AtomicFile;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;

/**
 * Writes preferences of a generated world as JSON lines with prompt, chosen and rejected.
 *
 * @param session the call; its seed decides the draws
 * @param limit how many, 0 for the usual number
 */
record PreferenceFile(Session session, int limit) {

  private static final int USUAL = 4000;

  Report write(String world, Path to) {
    if (!world.equals("dialogue")) {
      throw new UserError(
          "there are no preferences of " + world,
          "only the dialogue world makes them",
          "Write: data pairs dialogue");
    }
    int count = limit > 0 ? limit : USUAL;
    long seed = session.options().seed();
    List<Prompt> prompts = Dialogue.train(1);
    String lines =
        IntStream.range(0, count)
            .mapToObj(index -> line(Dialogue.preference(prompts, seed, index)))
            .collect(Collectors.joining());
    Path file = to == null ? Path.of("pairs.jsonl") : to;
    AtomicFile.writeText(file, lines);
    return Report.of(count + " preferences of the dialogue world in " + file)
        .remark("Drawn from the gold preference: e^d to 1 where the values differ by d.")
        .summary(Map.of("pairs", count, "file", file.toString(), "seed", seed));
  }

  private static String line(Preference preference) {
    JsonObject row = new JsonObject();
    row.addProperty("prompt", preference.prompt().text());
    row.addProperty("chosen", preference.chosen());
    row.addProperty("rejected", preference.rejected());
    return row + "\n";
  }
}
