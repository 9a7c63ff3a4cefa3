package raftlab.kernel.command.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Rollout;
import raftlab.core.RolloutSet;
import raftlab.core.SamplingSettings;
import raftlab.core.Selected;
import raftlab.core.Selection;
import raftlab.run.RolloutsFile;
import raftlab.run.SelectionFile;

/**
 * A selection as {@code selection.jsonl} beside the kept completions, and only those, in {@code
 * rollouts.jsonl}.
 */
final class SelectionCodec implements Codec<Selection> {

  private static final String FILE = "selection.jsonl";

  /** A selection does not know how its completions were drawn, and reading it does not ask. */
  private static final SamplingSettings NOT_RECORDED = SamplingSettings.greedy(1);

  @Override
  public void write(Path folder, Selection value) {
    RolloutsFile.write(folder.resolve(RolloutSetCodec.FILE), kept(value));
    SelectionFile.write(folder.resolve(FILE), value);
  }

  @Override
  public Selection read(Path folder) {
    RolloutSet rollouts = RolloutsFile.read(folder.resolve(RolloutSetCodec.FILE));
    return SelectionFile.read(folder.resolve(FILE), rollouts);
  }

  private static RolloutSet kept(Selection value) {
    Map<String, Prompt> prompts = new LinkedHashMap<>();
    Map<String, List<Completion>> completions = new LinkedHashMap<>();
    for (Selected each : value.kept()) {
      String id = each.prompt().id();
      prompts.put(id, each.prompt());
      completions.computeIfAbsent(id, key -> new ArrayList<>()).add(each.completion());
    }
    List<Rollout> groups =
        prompts.entrySet().stream()
            .map(entry -> new Rollout(entry.getValue(), completions.get(entry.getKey())))
            .toList();
    return new RolloutSet(value.name(), "kept by " + value.rule(), NOT_RECORDED, groups);
  }
}
