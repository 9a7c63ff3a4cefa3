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
 * @param template what made the prompts' texts of their rows
 * @param prompts the prompts; ids are unique
 */
public record PromptSet(
    String name, String source, String sha256, TemplateId template, List<Prompt> prompts) {

  public PromptSet {
    Checks.notBlank(name, "prompt set name");
    Checks.notNull(source, "prompt set source");
    Checks.notNull(sha256, "prompt set sha256");
    Checks.notNull(template, "prompt template");
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

  /** A set whose template is not known. */
  public PromptSet(String name, String source, String sha256, List<Prompt> prompts) {
    this(name, source, sha256, TemplateId.UNKNOWN, prompts);
  }

  /** Returns the same prompts under another name. */
  public PromptSet named(String newName) {
    return new PromptSet(newName, source, sha256, template, prompts);
  }

  /** Returns some of the prompts with what is known of the set. */
  public PromptSet having(List<Prompt> some, String newSha256) {
    return new PromptSet(name, source, newSha256, template, some);
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
