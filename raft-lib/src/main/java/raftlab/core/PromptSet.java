package raftlab.core;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Prompts in a fixed order.
 *
 * @param name what the user calls the set
 * @param source where it came from: a descriptor's id, a file name or a generator with its seed
 * @param sha256 hash of the rows' content in hexadecimal, recorded with every number computed from
 *     the set
 * @param prompts the prompts; ids are unique
 */
public record PromptSet(String name, String source, String sha256, List<Prompt> prompts) {

  public PromptSet {
    Checks.notBlank(name, "prompt set name");
    Checks.notNull(source, "prompt set source");
    Checks.notNull(sha256, "prompt set sha256");
    prompts = List.copyOf(prompts);
    Set<String> seen = new HashSet<>();
    for (Prompt prompt : prompts) {
      if (!seen.add(prompt.id())) {
        throw new UserError(
            "prompt set " + name + " has the id \"" + prompt.id() + "\" twice",
            "groups are keyed by id",
            "give each row its own id");
      }
    }
  }

  /** Returns the number of prompts. */
  public int size() {
    return prompts.size();
  }

  @Override
  public String toString() {
    return name + ": " + Counted.of(prompts.size(), "prompt") + " from " + source;
  }
}
