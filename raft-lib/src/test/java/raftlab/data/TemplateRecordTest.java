package raftlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.PromptSet;
import raftlab.core.TemplateId;
import raftlab.data.dialogue.Dialogue;
import raftlab.run.PromptsFile;

/** A prompt set knows the template its texts were made with, also after it was stored. */
class TemplateRecordTest {

  @TempDir Path folder;

  private PromptSet prompts(PromptTemplate template) throws IOException {
    Path file =
        Files.writeString(folder.resolve("p.jsonl"), "{\"problem\":\"1+1\",\"answer\":\"2\"}\n");
    return new PromptFile(Optional.empty(), Optional.empty()).read(file, template);
  }

  @Test
  void hashesTheTextOfTheTemplate() throws IOException {
    // printf '{problem}' | sha256sum
    String plain = "b3e27e83bd384d4aeafc31dc7257a5e4e5fbbe25a1f9628e31ec06cb786008ea";
    assertEquals(plain, prompts(PromptTemplates.named("plain")).template().sha256());
  }

  @Test
  void tellsTwoTextsOfOneNameApart() throws IOException {
    TemplateId one = prompts(new PromptTemplate("mine", "{problem}")).template();
    TemplateId two = prompts(new PromptTemplate("mine", "{problem}?")).template();
    assertEquals(one.name(), two.name());
    assertNotEquals(one, two);
    assertEquals("mine (" + one.sha256().substring(0, 12) + ")", one.toString());
  }

  @Test
  void dialoguesAreReadAsTheyAre() {
    assertEquals(
        PromptTemplates.named("plain").id(), Dialogue.set("d", "x", "", List.of()).template());
  }

  @Test
  void keepsItOnDiskAndInParts() throws IOException {
    PromptSet set = prompts(PromptTemplates.named("boxed"));
    Path file = folder.resolve("prompts.jsonl");
    PromptsFile.write(file, set);
    assertEquals(set, PromptsFile.read(file));
    assertEquals(set.template(), set.named("other").having(List.of(), "").template());
  }

  @Test
  void readsSetsThatWereStoredWithoutIt() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("prompts.jsonl"),
            "{\"kind\":\"prompts\",\"name\":\"n\",\"source\":\"s\",\"sha256\":\"ab\"}\n");
    assertEquals(TemplateId.UNKNOWN, PromptsFile.read(file).template());
  }
}
