package raftlab.run;

import java.nio.file.Path;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.TemplateId;

/** A prompt set on disk. */
public final class PromptsFile {

  private record Header(
      String kind, String name, String source, String sha256, TemplateId template) {}

  private PromptsFile() {}

  public static void write(Path file, PromptSet set) {
    RecordLines.write(
        file,
        new Header("prompts", set.name(), set.source(), set.sha256(), set.template()),
        set.prompts());
  }

  public static PromptSet read(Path file) {
    var content = RecordLines.read(file, Header.class, Prompt.class);
    Header header = content.header();
    return new PromptSet(
        header.name(),
        header.source(),
        header.sha256(),
        // Files written before templates were recorded have no such field.
        header.template() == null ? TemplateId.UNKNOWN : header.template(),
        content.records());
  }
}
