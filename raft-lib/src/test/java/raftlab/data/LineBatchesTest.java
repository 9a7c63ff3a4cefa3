package raftlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.files.Hashes;

class LineBatchesTest {

  @TempDir private Path folder;

  private static List<String> lines(Path file) {
    List<String> lines = new ArrayList<>();
    try (LineBatches batches = LineBatches.open(file)) {
      for (Optional<LineBatch> batch = batches.next(); batch.isPresent(); batch = batches.next()) {
        batch
            .get()
            .forEach(
                (number, text) -> lines.add(number + ":" + text),
                broken -> lines.add(broken.place() + ": " + broken.reason()));
      }
    }
    return lines;
  }

  @Property(tries = 30)
  void handsOutEveryLineOnceWhateverItsLength(
      @ForAll @Size(max = 12) List<@IntRange(min = 0, max = 300_000) Integer> lengths,
      @ForAll boolean ended)
      throws IOException {
    Path file = Files.createTempFile("lines", ".jsonl");
    List<String> expected = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < lengths.size(); i++) {
      String text = "x".repeat(lengths.get(i));
      texts.add(text);
      if (!text.isEmpty()) {
        expected.add((i + 1) + ":" + text);
      }
    }
    Files.writeString(file, String.join("\n", texts) + (ended ? "\n" : ""));
    assertEquals(expected, lines(file));
    Files.delete(file);
  }

  @Test
  void readsElementsOfAnArrayAndOfAnArchive() throws IOException {
    String array = "\uFEFF [{\"a\":1.50},\n {\"a\":\"x\\ny\"}, 7]";
    Path plain = Files.writeString(folder.resolve("a.json"), array);
    List<String> expected =
        List.of("element 3 of a.json: it is a bare value", "1:{\"a\":1.50}", "2:{\"a\":\"x\\ny\"}");
    assertEquals(expected, lines(plain));
    Path zip = folder.resolve("a.zip");
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      out.putNextEntry(new ZipEntry("a.jsonl"));
      out.write("{\"a\":1}\n{\"a\":2}".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(List.of("1:{\"a\":1}", "2:{\"a\":2}"), lines(zip));
  }

  @Test
  void tellsALineThatIsNotUtf8AndKeepsAReplacementCharacterThatIs() throws IOException {
    Path file = folder.resolve("b.jsonl");
    byte[] good = "{\"a\":\"\uFFFD\"}\n".getBytes(StandardCharsets.UTF_8);
    Files.write(file, good);
    Files.write(file, new byte[] {'{', (byte) 0xFF, '\n'}, java.nio.file.StandardOpenOption.APPEND);
    assertEquals(
        List.of("1:{\"a\":\"\uFFFD\"}", "line 2 of b.jsonl: it is not UTF-8 text"), lines(file));
  }

  @Test
  void hashesTheFileAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("c.jsonl"), "\uFEFF{}\r\n\n{}");
    try (LineBatches batches = LineBatches.open(file)) {
      while (batches.next().isPresent()) {
        assertTrue(batches.bytes() > 0);
      }
      assertEquals(Hashes.sha256(file), batches.sha256());
    }
  }
}
