package raftlab.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import raftlab.core.UserError;

class SafetensorsFileTest {

  @TempDir Path folder;

  @Test
  void readsBackWhatWasWritten() {
    try (SafetensorsFile file = SafetensorsFile.open(Tensors.writePair(folder.resolve("m")))) {
      assertEquals(
          new TensorEntry("a.weight", StoredType.F32, new long[] {3}), file.entry("a.weight"));
      float[] values = new float[3];
      file.bytes("a.weight").asFloatBuffer().get(values);
      assertArrayEquals(new float[] {1, 2, 3}, values);
      assertEquals(Map.of("format", "pt", "made", "für Tests"), file.metadata());
      assertTrue(file.bytes("b.mask").isReadOnly());
    }
  }

  @Test
  void givesASliceOfATensor() {
    try (SafetensorsFile file = SafetensorsFile.open(Tensors.writePair(folder.resolve("m")))) {
      assertEquals(2f, file.slice("a.weight", 4, 4).getFloat());
      assertThrows(IllegalArgumentException.class, () -> file.slice("a.weight", 8, 8));
    }
  }

  @Test
  void namesTheNearestTensor() {
    try (SafetensorsFile file = SafetensorsFile.open(Tensors.writePair(folder.resolve("m")))) {
      UserError error = assertThrows(UserError.class, () -> file.bytes("a.wieght"));
      assertEquals("Did you mean a.weight?", error.advice());
    }
  }

  @Test
  void readsEvenWhenTheThreadIsInterrupted() {
    Thread.currentThread().interrupt();
    try (SafetensorsFile file = SafetensorsFile.open(Tensors.writePair(folder.resolve("m")))) {
      assertEquals(1f, file.bytes("a.weight").getFloat());
      assertTrue(Thread.interrupted(), "the interrupt is left for the caller");
      assertEquals(5, file.bytes("b.mask").remaining());
    }
  }

  @Test
  void readsATensorThatLiesBeyondFourGigabytes() throws Exception {
    long large = 5L << 30;
    Path file = folder.resolve("sparse.safetensors");
    writeHead(
        file,
        "{\"big\":{\"dtype\":\"U8\",\"shape\":["
            + large
            + "],\"data_offsets\":[0,"
            + large
            + "]},"
            + "\"last\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":["
            + large
            + ","
            + (large + 4)
            + "]}}");
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer one = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(0, 1.5f);
      channel.write(one, channel.size() + large);
    }
    try (SafetensorsFile opened = SafetensorsFile.open(file)) {
      assertEquals(1.5f, opened.bytes("last").getFloat());
      UserError error = assertThrows(UserError.class, () -> opened.bytes("big"));
      assertTrue(error.what().contains("tensor big takes 5368709120 bytes"), error.what());
      assertEquals(0, opened.slice("big", large - 1, 1).get());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'{}'                                                             | take 0 bytes, the file has 8",
        "'{ '  | not valid JSON",
        "'[]'                                                             | not valid JSON",
        "'{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}} x' | not valid JSON at line 1 column 57",
        "'{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}' | tensor a is F32[3], expected 12 bytes, found 8",
        "'{\"a\":{\"dtype\":\"F9\",\"shape\":[2],\"data_offsets\":[0,8]}}'  | tensor a has the type \"F9\"",
        "'{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}' | tensor a has the dimension -2",
        "'{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}' | found -8",
        "'{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0]}}'   | lacks its dtype, shape or two data_offsets",
        "'{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}' | leaves a gap: it begins at byte 4, expected 0",
        "'{\"a\":{\"dtype\":\"F32\",\"shape\":[9000000000,9000000000],\"data_offsets\":[0,8]}}' | too large to exist",
        "'{\"a\":{\"dtype\":\"U8\",\"shape\":[5],\"data_offsets\":[0,5]},\"b\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[4,8]}}' | b overlaps the tensor before it",
        "'{\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[4,8]}}' | tensor a is there twice",
        "'{\"__metadata__\":{\"a\":1}}'                                   | metadata a is NUMBER",
      })
  void refusesAnUnsoundHeaderInOneSentence(String header, String expected) throws Exception {
    Path file = folder.resolve("bad.safetensors");
    writeHead(file, header);
    Files.write(file, new byte[8], StandardOpenOption.APPEND);
    UserError error = assertThrows(UserError.class, () -> SafetensorsFile.open(file));
    assertTrue(error.what().contains(expected), error.what());
    assertTrue(error.what().contains("bad.safetensors"), error.what());
  }

  @Test
  void refusesALengthThatTheFileOrTheFormatCannotHold() throws Exception {
    Path file = folder.resolve("bad.safetensors");
    for (long length : new long[] {-1, Long.MIN_VALUE, 0, 1, 9, 99_000_000, 1L << 40}) {
      ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
      Files.write(file, bytes.array());
      UserError error = assertThrows(UserError.class, () -> SafetensorsFile.open(file));
      String claimed = "the header claims " + Long.toUnsignedString(length) + " bytes";
      assertTrue(error.what().contains(claimed), error.what());
    }
  }

  @Test
  void refusesAFileOfAFewBytesAndAMissingOne() throws Exception {
    Path file = Files.write(folder.resolve("short"), new byte[7]);
    UserError cut = assertThrows(UserError.class, () -> SafetensorsFile.open(file));
    assertTrue(cut.what().contains("the file is 7 bytes long"), cut.what());
    UserError missing =
        assertThrows(UserError.class, () -> SafetensorsFile.open(folder.resolve("none")));
    assertEquals("there is no such file or folder", missing.known());
  }

  private static void writeHead(Path file, String header) throws Exception {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer head = ByteBuffer.allocate(8 + json.length).order(ByteOrder.LITTLE_ENDIAN);
    Files.write(file, head.putLong(json.length).put(json).array());
  }
}
