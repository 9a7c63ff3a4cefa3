package raftlab.kernel.command.flow;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import raftlab.core.Prompt;
import raftlab.core.Scored;
import raftlab.core.ScoredGroup;
import raftlab.core.ScoredSet;
import raftlab.core.Seeds;
import raftlab.core.UserError;
import raftlab.data.dialogue.Dialogue;
import raftlab.data.dialogue.Preference;
import raftlab.files.AtomicFile;
import raftlab.kernel.command.Session;
import raftlab.kernel.notebook.Report;

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
    List<Preference> all = preferences(source);
    Path file = to == null ? Path.of("pairs.jsonl") : to;
    AtomicFile.writeText(
        file, all.stream().map(PreferenceFile::line).collect(Collectors.joining()));
    return Report.of(all.size() + " preferences of " + source + " in " + file)
        .remark("Of two replies whose values differ by d the better one is chosen e^d to 1.")
        .summary(
            Map.of("pairs", all.size(), "file", file.toString(), "seed", session.options().seed()));
  }

  private List<Preference> preferences(String source) {
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
    List<Preference> all = new ArrayList<>();
    for (ScoredGroup group : set.groups()) {
      all.addAll(ofGroup(group));
    }
    int count = limit > 0 ? Math.min(limit, all.size()) : all.size();
    long seed = Seeds.derive(session.options().seed(), Seeds.key("preferences"));
    return IntStream.of(Seeds.permutation(all.size(), seed))
        .limit(count)
        .mapToObj(all::get)
        .toList();
  }

  /** Pairs the first with the second completion, the third with the fourth, and so on. */
  private List<Preference> ofGroup(ScoredGroup group) {
    List<Scored> samples =
        group.samples().stream().filter(each -> !each.reward().skipped()).toList();
    long seed = Seeds.derive(session.options().seed(), Seeds.key(group.prompt().id()));
    List<Preference> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < samples.size(); i += 2) {
      Scored left = samples.get(i);
      Scored right = samples.get(i + 1);
      boolean first = Seeds.uniform(seed, i) < 1 / (1 + Math.exp(right.value() - left.value()));
      Scored better = first ? left : right;
      Scored worse = first ? right : left;
      pairs.add(
          new Preference(group.prompt(), better.completion().text(), worse.completion().text()));
    }
    return pairs;
  }

  private static String line(Preference preference) {
    JsonObject row = new JsonObject();
    row.addProperty("prompt", preference.prompt().text());
    row.addProperty("chosen", preference.chosen());
    row.addProperty("rejected", preference.rejected());
    return row + "\n";
  }
}
