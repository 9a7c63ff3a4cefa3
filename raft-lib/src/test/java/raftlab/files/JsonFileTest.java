package raftlab.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.UserError;

class JsonFileTest {

  @TempDir Path folder;

  @Test
  void readsBackWhatItWrote() throws Exception {
    JsonObject document = new JsonObject();
    document.addProperty("text", "a < b");
    JsonFile.write(folder.resolve("d.json"), document);
    assertEquals(document, JsonFile.readObject(folder.resolve("d.json")));
    assertEquals("{\n  \"text\": \"a < b\"\n}\n", Files.readString(folder.resolve("d.json")));
  }

  @Test
  void namesTheFileWhoseJsonIsBroken() {
    Path file = folder.resolve("config.json");
    AtomicFile.writeText(file, "{\"a\": ");
    UserError error = assertThrows(UserError.class, () -> JsonFile.readObject(file));
    assertTrue(error.what().endsWith("config.json is not valid JSON"), error.what());
  }

  @Test
  void refusesNestingThatWouldOverflowTheStack() {
    String deep = "[".repeat(1_000_000);
    UserError error = assertThrows(UserError.class, () -> JsonFile.parseObject(deep, "x.json"));
    assertTrue(error.what().startsWith("x.json"), error.what());
  }
}
