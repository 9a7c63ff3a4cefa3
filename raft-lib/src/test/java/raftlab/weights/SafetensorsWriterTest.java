package raftlab.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsWriterTest {

  @TempDir Path folder;

  @Test
  void writesTheLayoutOfTheReferenceLibrary() throws Exception {
    byte[] bytes = Files.readAllBytes(Tensors.writePair(folder.resolve("m")));
    int length = ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).getInt();
    assertEquals(0, length % 8);
    assertEquals(
        "{\"__metadata__\":{\"format\":\"pt\",\"made\":\"für Tests\"},"
            + "\"a.weight\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]},"
            + "\"b.mask\":{\"dtype\":\"U8\",\"shape\":[5],\"data_offsets\":[12,17]}}",
        new String(bytes, 8, length, StandardCharsets.UTF_8).stripTrailing());
    assertEquals(8 + length + 17, bytes.length);
  }

  @Test
  void givesTheSameBytesWhateverTheOrderOfTheList() throws Exception {
    NamedTensor a = Tensors.floats("a", 1);
    NamedTensor b = Tensors.bytes("b", 3);
    NamedTensor c = Tensors.floats("c", 2, 3);
    SafetensorsWriter.write(folder.resolve("1"), List.of(a, b, c), Map.of());
    SafetensorsWriter.write(folder.resolve("2"), List.of(c, b, a), Map.of());
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("1")), Files.readAllBytes(folder.resolve("2")));
  }

  @Test
  void leavesNothingWhenABufferHasNotTheSizeOfItsShape() {
    NamedTensor wrong =
        new NamedTensor("w", StoredType.F32, new long[] {2, 2}, () -> ByteBuffer.allocate(12));
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> SafetensorsWriter.write(folder.resolve("m"), List.of(wrong), Map.of()));
    assertEquals("w F32[2, 2] takes 16 bytes, given 12", error.getMessage());
    assertFalse(Files.exists(folder.resolve("m")));
  }

  @Test
  void refusesANameThatIsTaken() {
    List<NamedTensor> twice = List.of(Tensors.floats("a", 1), Tensors.floats("a", 2));
    assertThrows(
        IllegalArgumentException.class,
        () -> SafetensorsWriter.write(folder.resolve("m"), twice, Map.of()));
  }

  @Test
  void writesScalarsAndEmptyTensors() {
    NamedTensor scalar =
        new NamedTensor("s", StoredType.I64, new long[0], () -> ByteBuffer.allocate(8));
    NamedTensor empty =
        new NamedTensor("e", StoredType.BF16, new long[] {0, 4}, () -> ByteBuffer.allocate(0));
    SafetensorsWriter.write(folder.resolve("m"), List.of(scalar, empty), Map.of());
    try (SafetensorsFile file = SafetensorsFile.open(folder.resolve("m"))) {
      assertEquals(scalar.entry(), file.entry("s"));
      assertEquals(0, file.bytes("e").remaining());
    }
  }
}
