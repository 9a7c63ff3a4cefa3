package raftlab.report.export;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import raftlab.files.AtomicFile;

/**
 * A TensorBoard event file: TFRecords of {@code Event} messages, the first of which names the
 * version {@code brain.Event:2}. A record is
 *
 * <pre>
 * uint64 length | uint32 masked crc32c(length) | length bytes | uint32 masked crc32c(bytes)
 * masked(crc) = ((crc >>> 15) | (crc << 17)) + 0xa282ead8        all little-endian
 * </pre>
 *
 * (tensorflow/core/lib/hash/crc32c.h, tensorflow/core/util/event.proto). The five fields that
 * scalars need are written by hand: Event.wall_time = 1, step = 2, file_version = 3, summary = 5;
 * Summary.value = 1 with tag = 1, simple_value = 2. Protobuf's own library would be thirty times
 * the size of this class. Not thread-safe.
 */
public final class EventFile {

  private static final String VERSION = "brain.Event:2";
  private static final int MASK = 0xa282ead8;
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final ByteArrayOutputStream records = new ByteArrayOutputStream();

  /**
   * Begins a file.
   *
   * @param wallTime seconds since 1970
   */
  public EventFile(double wallTime) {
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    real(event, 1, wallTime);
    bytes(event, 3, VERSION.getBytes(StandardCharsets.UTF_8));
    record(event.toByteArray());
  }

  /**
   * Adds scalars of one step.
   *
   * @param wallTime seconds since 1970
   * @param values by tag, written as 32-bit floats in alphabetical order
   */
  public void add(double wallTime, long step, Map<String, Double> values) {
    ByteArrayOutputStream summary = new ByteArrayOutputStream();
    for (Map.Entry<String, Double> scalar : new TreeMap<>(values).entrySet()) {
      ByteArrayOutputStream value = new ByteArrayOutputStream();
      bytes(value, 1, scalar.getKey().getBytes(StandardCharsets.UTF_8));
      tag(value, 2, FIXED32);
      value.writeBytes(little(4).putFloat(scalar.getValue().floatValue()).array());
      bytes(summary, 1, value.toByteArray());
    }
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    real(event, 1, wallTime);
    tag(event, 2, VARINT);
    varint(event, step);
    bytes(event, 5, summary.toByteArray());
    record(event.toByteArray());
  }

  /** Returns the content so far. */
  public byte[] bytes() {
    return records.toByteArray();
  }

  /** Writes the file, whole or not at all. TensorBoard takes names with {@code tfevents}. */
  public void write(Path file) {
    AtomicFile.writeBytes(file, bytes());
  }

  private void record(byte[] event) {
    byte[] length = little(8).putLong(event.length).array();
    records.writeBytes(length);
    records.writeBytes(little(4).putInt(maskedCrc(length)).array());
    records.writeBytes(event);
    records.writeBytes(little(4).putInt(maskedCrc(event)).array());
  }

  /** Returns the checksum of a TFRecord. */
  static int maskedCrc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void tag(ByteArrayOutputStream out, int field, int wireType) {
    out.write((field << 3) | wireType);
  }

  private static void real(ByteArrayOutputStream out, int field, double value) {
    tag(out, field, FIXED64);
    out.writeBytes(little(8).putDouble(value).array());
  }

  private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
    tag(out, field, BYTES);
    varint(out, value.length);
    out.writeBytes(value);
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long rest = value;
    while ((rest & ~0x7fL) != 0) {
      out.write((int) ((rest & 0x7f) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }
}
