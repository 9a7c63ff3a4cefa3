package raftlab.grade;

import raftlab.core.Checks;
import raftlab.core.TemplateId;
import raftlab.data.PromptTemplates;

/**
 * Where the responses of a graded file come from. What only their maker can know is as the user
 * said it, and empty where nothing was said.
 *
 * @param file the file that was read
 * @param sha256 its hash
 * @param benchmark id of the benchmark that the rows answer
 * @param model the model that answered
 * @param template the prompt template
 * @param temperature of sampling, 0 is greedy
 */
public record GradedSource(
    String file,
    String sha256,
    String benchmark,
    String model,
    String template,
    String temperature) {

  public GradedSource {
    Checks.notBlank(file, "file");
    Checks.notNull(sha256, "sha256");
    Checks.notNull(benchmark, "benchmark");
    Checks.notNull(model, "model");
    Checks.notNull(template, "template");
    Checks.notNull(temperature, "temperature");
  }

  /** A file of which nothing more is known; its hash is set when it has been read. */
  public static GradedSource of(String file) {
    return new GradedSource(file, "", "", "", "", "");
  }

  GradedSource withSha256(String hash) {
    return new GradedSource(file, hash, benchmark, model, template, temperature);
  }

  /** Returns the template that the user named; only a built-in one has a text to hash. */
  TemplateId templateId() {
    if (template.isBlank()) {
      return TemplateId.UNKNOWN;
    }
    return PromptTemplates.names().contains(template)
        ? PromptTemplates.named(template).id()
        : new TemplateId(template, "");
  }

  /** Returns the file's name without its folders. */
  public String name() {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }
}
