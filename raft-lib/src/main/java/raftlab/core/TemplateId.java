package raftlab.core;

/**
 * Which prompt template made the texts of a prompt set. A name alone does not say what a policy
 * read: a file may change under its name, so the hash of the text goes with it.
 *
 * @param name the template's name or file; {@link #UNKNOWN} if nobody recorded it
 * @param sha256 hash of the template's text in hexadecimal, empty if the text is not known
 */
public record TemplateId(String name, String sha256) {

  /** The template of prompts that came without one, such as those of imported rollouts. */
  public static final TemplateId UNKNOWN = new TemplateId("unknown", "");

  private static final int SHOWN = 12;

  public TemplateId {
    Checks.notBlank(name, "template name");
    Checks.notNull(sha256, "template sha256");
  }

  /** Returns the first 12 digits of the hash, enough to tell two templates apart; or nothing. */
  public String shortHash() {
    return sha256.substring(0, Math.min(SHOWN, sha256.length()));
  }

  @Override
  public String toString() {
    return sha256.isEmpty() ? name : name + " (" + shortHash() + ")";
  }
}
