package raftlab.algorithm;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.Seeds;

/**
 * Which prompts a round gets: the set in a shuffled pass, each prompt once before any comes again,
 * the next pass in another order.
 */
record PromptSchedule(PromptSet prompts, int perRound, long seed) {

  /** Returns the prompts of a round, from 1. */
  PromptSet round(int round) {
    int size = Math.min(perRound, prompts.size());
    long first = (long) (round - 1) * size;
    List<Prompt> chosen = new ArrayList<>();
    int[] order = new int[0];
    long pass = -1;
    for (long at = first; at < first + size; at++) {
      if (at / prompts.size() != pass) {
        pass = at / prompts.size();
        order = Seeds.permutation(prompts.size(), Seeds.derive(seed, Seeds.key("prompts"), pass));
      }
      Prompt prompt = prompts.prompts().get(order[(int) (at % prompts.size())]);
      // A round that spans two passes must not hold a prompt twice: groups are keyed by prompt.
      if (!chosen.contains(prompt)) {
        chosen.add(prompt);
      }
    }
    return prompts.having(chosen, prompts.sha256());
  }

  /**
   * Returns further prompts for a round that kept too little: none of the round's own, each at most
   * once over all refills of the round, in an order of its own; fewer or none if the set is used
   * up.
   */
  PromptSet refill(int round, int refill) {
    Set<String> own = round(round).prompts().stream().map(Prompt::id).collect(Collectors.toSet());
    List<Prompt> others =
        prompts.prompts().stream().filter(each -> !own.contains(each.id())).toList();
    int[] order = Seeds.permutation(others.size(), Seeds.derive(seed, Seeds.key("refill"), round));
    List<Prompt> chosen = new ArrayList<>();
    int first = (refill - 1) * perRound;
    for (int at = first; at < Math.min(first + perRound, others.size()); at++) {
      chosen.add(others.get(order[at]));
    }
    return prompts.having(chosen, prompts.sha256());
  }
}
