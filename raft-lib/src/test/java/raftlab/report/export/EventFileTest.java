package raftlab.report.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventFileTest {

  /**
   * The first record of every event file that TensorFlow writes at wall time 0, byte by byte: its
   * checksums were computed bit by bit outside this class.
   */
  @Test
  void beginsWithTheVersionRecord() {
    byte[] bytes = new EventFile(0).bytes();
    byte[] event = HexFormat.of().parseHex("0900000000000000001a0d627261696e2e4576656e743a32");
    assertArrayEquals(event, record(bytes, 0));
    assertEquals(12 + event.length + 4, bytes.length);
  }

  /** crc32c of the standard check string is e3069283 (RFC 3720 B.4 has the zeros and ones). */
  @Test
  void checksumsAreMaskedCrc32c() {
    assertEquals(
        mask(0xe3069283), EventFile.maskedCrc("123456789".getBytes(StandardCharsets.US_ASCII)));
    assertEquals(mask(0x8a9136aa), EventFile.maskedCrc(new byte[32]));
    byte[] ones = new byte[32];
    java.util.Arrays.fill(ones, (byte) 0xff);
    assertEquals(mask(0x62a8ab43), EventFile.maskedCrc(ones));
    assertEquals(0xa282ead8, EventFile.maskedCrc(new byte[0]));
  }

  private static int mask(int crc) {
    return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
  }

  @Test
  void everyRecordReadsBackWithItsChecksums() {
    EventFile file = new EventFile(1.5e9);
    file.add(1.5e9 + 2, 300, Map.of("b", 0.25, "a/x", -1e-3));
    byte[] bytes = file.bytes();
    List<byte[]> records = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += 16 + records.get(records.size() - 1).length) {
      records.add(record(bytes, at));
    }
    assertEquals(2, records.size());
    ByteBuffer event = ByteBuffer.wrap(records.get(1)).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(0x09, event.get());
    assertEquals(1.5e9 + 2, event.getDouble());
    assertEquals(0x10, event.get());
    assertEquals(0xac, event.get() & 0xff); // 300 = 0b10_0101100
    assertEquals(0x02, event.get());
    assertEquals(0x2a, event.get());
    assertEquals(event.remaining() - 1, event.get(event.position()));
    event.get();
    assertScalar(event, "a/x", -1e-3f);
    assertScalar(event, "b", 0.25f);
    assertEquals(0, event.remaining());
  }

  private static void assertScalar(ByteBuffer event, String tag, float value) {
    assertEquals(0x0a, event.get());
    assertEquals(2 + tag.length() + 5, event.get());
    assertEquals(0x0a, event.get());
    byte[] name = new byte[event.get()];
    event.get(name);
    assertEquals(tag, new String(name, StandardCharsets.UTF_8));
    assertEquals(0x15, event.get());
    assertEquals(value, event.getFloat());
  }

  /** Returns the record that begins at a place, its checksums checked bit by bit. */
  private static byte[] record(byte[] bytes, int at) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(at);
    byte[] length = new byte[8];
    in.get(length);
    assertEquals(mask(bitwise(length)), in.getInt());
    byte[] event = new byte[(int) ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong()];
    in.get(event);
    assertEquals(mask(bitwise(event)), in.getInt());
    return event;
  }

  /** The definition of crc32c, one bit at a time: polynomial 1edc6f41, reflected. */
  private static int bitwise(byte[] bytes) {
    int crc = 0xffffffff;
    for (byte each : bytes) {
      crc ^= each & 0xff;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1;
      }
    }
    return ~crc;
  }
}
