package raftlab.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import raftlab.core.RunContext;
import raftlab.core.Stopped;
import raftlab.core.UserError;

class DatasetFetchTest {

  private static final byte[] CONTENT = new byte[300_000];

  static {
    new Random(7).nextBytes(CONTENT);
  }

  @TempDir Path folder;
  private FlakyServer server;

  @BeforeEach
  void start() throws IOException {
    server = new FlakyServer(CONTENT);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"good", "drops", "no-range", "redirect", "busy-once", "stalls-once"})
  void bringsTheRightBytesFrom(String behaviour) throws IOException {
    Path place = fetch().fetch(file(behaviour, CONTENT), RunContext.quiet());
    assertArrayEquals(CONTENT, Files.readAllBytes(place));
    assertFalse(Files.exists(place.resolveSibling("test.jsonl.part")));
  }

  @Test
  void goesOnWhereTheConnectionBroke() {
    fetch().fetch(file("drops", CONTENT), RunContext.quiet());
    assertTrue(server.resumed.get() >= 2, server.resumed + " resumed requests");
  }

  @Test
  void goesOnWhereAnEarlierFetchWasStopped() throws IOException {
    DatasetFile file = file("good", CONTENT);
    Path part = cache().place(file).resolveSibling("test.jsonl.part");
    Files.createDirectories(part.getParent());
    Files.write(part, java.util.Arrays.copyOf(CONTENT, 1000));
    patientFetch().fetch(file, RunContext.quiet());
    assertEquals(1, server.resumed.get());
  }

  @Test
  void startsAgainIfWhatWasResumedIsWrong() throws IOException {
    DatasetFile file = file("good", CONTENT);
    Path part = cache().place(file).resolveSibling("test.jsonl.part");
    Files.createDirectories(part.getParent());
    Files.write(part, new byte[1000]);
    assertArrayEquals(CONTENT, Files.readAllBytes(fetch().fetch(file, RunContext.quiet())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong", "longer"})
  void keepsNothingThatIsNotTheFile(String behaviour) throws IOException {
    DatasetFile file = file(behaviour, CONTENT);
    UserError error = assertThrows(UserError.class, () -> fetch().fetch(file, RunContext.quiet()));
    assertTrue(error.getMessage().matches("(?s).*(sha256|longer than).*"), error.getMessage());
    assertFalse(Files.exists(cache().place(file)));
  }

  @Test
  void givesUpOnAServerThatStallsAndSaysSo() {
    UserError error =
        assertThrows(
            UserError.class, () -> fetch().fetch(file("stalls", CONTENT), RunContext.quiet()));
    assertTrue(error.getMessage().contains("nothing arrived for 0.4 s"), error.getMessage());
  }

  @Test
  void doesNotAskTwiceForAFileThatIsGone() {
    UserError error =
        assertThrows(
            UserError.class, () -> patientFetch().fetch(file("gone", CONTENT), RunContext.quiet()));
    assertTrue(error.getMessage().contains("404"), error.getMessage());
    assertEquals(1, server.requests.get());
  }

  @Test
  void saysThatThereIsNoConnection() {
    DatasetFile file = file("good", CONTENT);
    server.close();
    UserError error = assertThrows(UserError.class, () -> fetch().fetch(file, RunContext.quiet()));
    assertTrue(error.getMessage().contains("no connection"), error.getMessage());
  }

  @Test
  void stopsWithinASecondEvenWhileNothingArrives() {
    AtomicBoolean stop = new AtomicBoolean();
    RunContext context = new RunContext(stop::get, event -> stop.set(true));
    long start = System.nanoTime();
    assertThrows(Stopped.class, () -> fetch().fetch(file("stalls", CONTENT), context));
    assertTrue(System.nanoTime() - start < 1_000_000_000L);
  }

  @Test
  void takesTheMirrorsCopyWithoutTheNetwork() throws IOException {
    DatasetFile file = file("gone", CONTENT);
    Path copy = folder.resolve("mirror/data").resolve(file.path());
    Files.createDirectories(copy.getParent());
    Files.write(copy, CONTENT);
    DatasetCache cache =
        new DatasetCache(folder.resolve("cache"), Optional.of(folder.resolve("mirror")));
    DatasetFetch fetch = new DatasetFetch(cache, FlakyServer.IMPATIENT);
    assertEquals(copy, fetch.fetch(file, RunContext.quiet()));
    Files.write(copy, new byte[3]);
    UserError error = assertThrows(UserError.class, () -> fetch.fetch(file, RunContext.quiet()));
    assertTrue(error.getMessage().contains("RAFT_DATA_HOME"), error.getMessage());
    assertEquals(0, server.requests.get());
  }

  @Test
  void makesTheFileFromItsArchive() throws IOException {
    String first =
        "{\"question_id\": 2, \"question\": \"a\u2028\\n\\\"<\", \"options\": [\"x\", 1.50]}";
    String second = "{\"question_id\": 10, \"question\": \"b\", \"options\": []}";
    byte[] made = String.join("\n", first, second, "").getBytes(StandardCharsets.UTF_8);
    String json =
        "[{\"question_id\":10,\"question\":\"b\",\"options\":[],\"pred\":\"A\","
            + "\"generated_text\":\"t\"},{\"question_id\":2,\"question\":\"a\u2028\\n\\\"<\","
            + "\"options\":[\"x\",1.50],\"pred\":null,\"model_outputs\":\"t\"}]";
    byte[] zip = zip("outputs.json", json);
    try (FlakyServer archives = new FlakyServer(zip)) {
      DatasetFile file =
          new DatasetFile(
              "quiz/test.jsonl",
              archives.url("drops"),
              sha256(made),
              made.length,
              2,
              Optional.of(new DatasetFile.Archive(sha256(zip), zip.length, ".json", "questions")),
              Map.of(),
              Optional.empty());
      assertArrayEquals(made, Files.readAllBytes(fetch().fetch(file, RunContext.quiet())));
    }
  }

  @Test
  void looksForTheCacheWhereTheEnvironmentSays() {
    Path home = Path.of("home");
    assertEquals(home.resolve(".cache/raftlab"), DatasetCache.from(Map.of(), home).folder());
    assertEquals(
        Path.of("x", "raftlab"), DatasetCache.from(Map.of("XDG_CACHE_HOME", "x"), home).folder());
    assertEquals(
        Path.of("c"),
        DatasetCache.from(Map.of("RAFT_CACHE", "c", "XDG_CACHE_HOME", "x"), home).folder());
  }

  private DatasetCache cache() {
    return new DatasetCache(folder.resolve("cache"), Optional.empty());
  }

  /** For tests that count requests: a busy machine must not be taken for a stalled server. */
  private DatasetFetch patientFetch() {
    return new DatasetFetch(cache(), FetchSettings.usual());
  }

  private DatasetFetch fetch() {
    return new DatasetFetch(cache(), FlakyServer.IMPATIENT);
  }

  private DatasetFile file(String behaviour, byte[] content) {
    return new DatasetFile(
        "quiz/test.jsonl",
        server.url(behaviour),
        sha256(content),
        content.length,
        1,
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  private static byte[] zip(String member, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry(member));
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
