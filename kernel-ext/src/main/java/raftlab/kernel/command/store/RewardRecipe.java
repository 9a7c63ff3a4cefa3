package raftlab.kernel.command.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import raftlab.core.Checks;

/**
 * How a reward function is made again: the words of its command, the body of its cell, and the
 * recipes of the rewards that its words name. Written as it is to {@code recipe.json} of a
 * workspace and {@code reward.json} of a run, so that a reward redefined since changes neither.
 *
 * @param words the command, the name and the options, such as {@code reward exact --rule=exact}
 * @param body the Java text of the cell, empty if there is none
 * @param terms recipes by the name under which the words refer to them
 */
public record RewardRecipe(List<String> words, String body, Map<String, RewardRecipe> terms) {

  public RewardRecipe {
    Checks.that(words != null && !words.isEmpty(), () -> "a recipe without words");
    words = List.copyOf(words);
    body = body == null ? "" : body;
    terms = terms == null ? Map.of() : Map.copyOf(new TreeMap<>(terms));
  }
}
