package raftlab.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.UserError;

class JsonLinesTest {

  @TempDir Path folder;

  @Test
  void splitsOnLineFeedsOnly() throws IOException {
    List<Row> rows = read("{\"a\":\"x\u2028y\u0085z\"}\n{\"a\":\"second\"}");
    assertEquals(2, rows.size());
    assertEquals("x\u2028y\u0085z", rows.get(0).text("a"));
    assertEquals("line 2 of rows.jsonl", rows.get(1).place().toString());
  }

  @Test
  void toleratesByteOrderMarkCarriageReturnsAndBlankLines() throws IOException {
    List<Row> rows = read("\uFEFF\n{\"a\":1}\r\n\r\n{\"a\":2}\r\n");
    assertEquals(List.of("1", "2"), rows.stream().map(row -> row.text("a")).toList());
    assertEquals("line 4 of rows.jsonl", rows.get(1).place().toString());
  }

  @Test
  void readsAnArrayElementByElement() throws IOException {
    List<Row> rows = read(" [\n{\"a\":1},\n{\"a\":[2,3]}]\n");
    assertEquals("[2,3]", rows.get(1).text("a"));
    assertEquals("element 2 of rows.jsonl", rows.get(1).place().toString());
  }

  @Test
  void keepsTheTextOfNumbers() throws IOException {
    Row row = read("{\"a\":27.0,\"b\":1e-1,\"c\":123456789012345678901234567890}").get(0);
    assertEquals("27.0", row.text("a"));
    assertEquals("1e-1", row.text("b"));
    assertEquals("123456789012345678901234567890", row.text("c"));
  }

  @Test
  void namesFileAndLineOfABrokenRow() {
    UserError error =
        assertThrows(UserError.class, () -> read("{\"a\":1}\n{\"a\":oops}\n{\"a\":3}\n"));
    assertTrue(error.getMessage().startsWith("line 2 of rows.jsonl is not a JSON object"));
  }

  @Test
  void handsBrokenRowsToTheCallbackAndReadsTheRest() throws IOException {
    String text =
        "{\"a\":1}\n{\"a\":\n\"bare\"\n{\"a\":1} {\"a\":2}\n{\"a\":NaN}\n{'a':1}\n{\"a\":7}\n";
    List<Long> broken = new ArrayList<>();
    List<String> kept = new ArrayList<>();
    try (JsonLines lines = JsonLines.open(file(text), row -> broken.add(row.place().number()))) {
      for (Optional<Row> row = lines.next(); row.isPresent(); row = lines.next()) {
        kept.add(row.get().text("a"));
      }
    }
    assertEquals(List.of(2L, 3L, 4L, 5L, 6L), broken);
    assertEquals(List.of("1", "7"), kept);
  }

  @Test
  void refusesTextThatIsNotUtf8() throws IOException {
    Path file = folder.resolve("latin.jsonl");
    Files.write(file, "{\"a\":\"caf\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1));
    UserError error = assertThrows(UserError.class, () -> JsonLines.readAll(file));
    assertTrue(error.what().contains("line 1 of latin.jsonl"), error.what());
    assertTrue(error.what().contains("UTF-8"), error.what());
  }

  @Test
  void endsACutArrayWithTheElementsNumber() {
    UserError error = assertThrows(UserError.class, () -> read("[{\"a\":1},{\"a\":2"));
    assertTrue(error.what().startsWith("element 2 of rows.jsonl"), error.what());
    assertTrue(error.what().contains("ends too early"), error.what());
  }

  @Test
  void suggestsTheColumnThatWasMeant() throws IOException {
    Row row = read("{\"question\":\"q\",\"solution\":\"s\"}").get(0);
    UserError error = assertThrows(UserError.class, () -> row.text("qestion"));
    assertEquals(
        "line 1 of rows.jsonl has no column \"qestion\".  Columns: question, solution.  "
            + "Did you mean question?",
        error.getMessage());
  }

  @Test
  void readsTheJsonMemberOfAnArchive() throws IOException {
    Path zip = folder.resolve("rows.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("inner.json"));
      out.write("[{\"a\":1}]".getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
    assertEquals("1", JsonLines.readAll(zip).get(0).text("a"));
  }

  @Test
  void readsAMillionRowsFromAStreamThatIsNeverHeld() {
    long rows = 1_000_000;
    try (JsonLines lines =
        JsonLines.from(new Repeating("{\"id\":12}\n", rows), "stdin", row -> fail(row.reason()))) {
      long count = 0;
      while (lines.next().isPresent()) {
        count++;
      }
      assertEquals(rows, count);
    }
  }

  @Test
  void leavesNoFileWithoutCommit() throws IOException {
    Path file = folder.resolve("deep/out.jsonl");
    try (JsonLinesWriter out = JsonLinesWriter.create(file)) {
      out.write(new JsonObject());
    }
    try (var left = Files.list(file.getParent())) {
      assertEquals(0, left.count());
    }
  }

  @Test
  void writesWhatItReads() throws IOException {
    Path file = folder.resolve("out.jsonl");
    Row row = read("{\"a\":\"\\\\boxed{x<y} \u2028\",\"b\":27.0,\"c\":null}").get(0);
    try (JsonLinesWriter out = JsonLinesWriter.create(file)) {
      out.write(row.json());
      out.commit();
    }
    assertEquals(row.json(), JsonLines.readAll(file).get(0).json());
    assertTrue(Files.readString(file).contains("27.0"));
  }

  private List<Row> read(String text) throws IOException {
    return JsonLines.readAll(file(text));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("rows.jsonl"), text);
  }

  /** A stream that repeats one line. */
  private static final class Repeating extends InputStream {

    private final byte[] line;
    private final long end;
    private long position;

    Repeating(String line, long times) {
      this.line = line.getBytes(StandardCharsets.UTF_8);
      this.end = times * this.line.length;
    }

    @Override
    public int read() {
      return position == end ? -1 : line[(int) (position++ % line.length)];
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
      int count = (int) Math.min(length, end - position);
      for (int i = 0; i < count; i++) {
        buffer[offset + i] = (byte) read();
      }
      return count == 0 ? -1 : count;
    }
  }
}
