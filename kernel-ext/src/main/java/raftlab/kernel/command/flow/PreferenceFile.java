package raftlab.kernel.command.flow;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import raftlab.core.Prompt;
import raftlab.core.ScoredSet;
import raftlab.core.UserError;
import raftlab.data.PreferencePair;
import raftlab.data.dialogue.Dialogue;
import raftlab.files.AtomicFile;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;
import raftlab.reward.Preferences;

/**
 * Writes preferences as JSON lines with prompt, chosen and rejected: of a scored set, whose rewards
 * then decide, or of what the dialogue world's people write. Of two replies whose values differ by
 * d the better one is chosen e^d to 1 (Bradley and Terry).
 *
 * @param session the call; its seed decides the draws
 * @param limit how many at most, 0 for all of a set or the usual number of a world
 */
record PreferenceFile(Session session, int limit) {

  private static final int USUAL = 4000;

  Report write(String source, Path to) {
    List<PreferencePair> all = preferences(source);
    Path file = to == null ? Path.of("pairs.jsonl") : to;
    AtomicFile.writeText(
        file, all.stream().map(PreferenceFile::line).collect(Collectors.joining()));
    return Report.of(all.size() + " preferences of " + source + " in " + file)
        .remark("Of two replies whose values differ by d the better one is chosen e^d to 1.")
        .summary(
            Map.of("pairs", all.size(), "file", file.toString(), "seed", session.options().seed()));
  }

  private List<PreferencePair> preferences(String source) {
    if (source.equals("dialogue")) {
      List<Prompt> prompts = Dialogue.train(1);
      return IntStream.range(0, limit > 0 ? limit : USUAL)
          .mapToObj(index -> Dialogue.preference(prompts, session.options().seed(), index))
          .toList();
    }
    ScoredSet set =
        SetChoice.of(session, source)
            .scored()
            .orElseThrow(
                () ->
                    new UserError(
                        source + " has no rewards to prefer by",
                        "",
                        "Score it first: score " + source + " --reward gold"));
    List<PreferencePair> all = Preferences.of(set, session.options().seed());
    return limit > 0 && limit < all.size() ? all.subList(0, limit) : all;
  }

  private static String line(PreferencePair preference) {
    JsonObject row = new JsonObject();
    row.addProperty("prompt", preference.prompt().text());
    row.addProperty("chosen", preference.chosen());
    row.addProperty("rejected", preference.rejected());
    return row + "\n";
  }
}
