package raftlab.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Some whole lines of a file, in order, as bytes that are decoded when they are asked for. Lines
 * end at {@code \n} and nowhere else. May be handed to another thread.
 */
public final class LineBatch {

  /** Takes a line and its number. */
  @FunctionalInterface
  public interface LineConsumer {

    /** Called with each line that is not blank, without its end. */
    void accept(long number, String text);
  }

  private static final char REPLACEMENT = '\uFFFD';

  private final String file;
  private final String unit;
  private final long first;
  private final byte[] bytes;
  private final int length;
  private final List<BrokenRow> broken;

  /** {@code length} of the bytes count; {@code broken} is what could not be read at all. */
  LineBatch(
      String file, String unit, long first, byte[] bytes, int length, List<BrokenRow> broken) {
    this.file = file;
    this.unit = unit;
    this.first = first;
    this.bytes = bytes;
    this.length = length;
    this.broken = List.copyOf(broken);
  }

  /** Returns how many bytes the lines have. */
  public int length() {
    return length;
  }

  /** Returns the place of a line by its number. */
  public Place place(long number) {
    return new Place(file, unit, number);
  }

  /** Calls with each line in order; blank lines are counted and passed over. */
  public void forEach(LineConsumer lines, Consumer<BrokenRow> unreadable) {
    broken.forEach(unreadable);
    long number = first;
    int start = 0;
    while (start < length) {
      int end = start;
      while (end < length && bytes[end] != '\n') {
        end++;
      }
      hand(number, start, end, lines, unreadable);
      start = end + 1;
      number++;
    }
  }

  private void hand(
      long number, int start, int end, LineConsumer lines, Consumer<BrokenRow> unreadable) {
    int stop = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
    String text = new String(bytes, start, stop - start, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8(start, stop)) {
      unreadable.accept(new BrokenRow(place(number), "it is not UTF-8 text"));
    } else if (!text.isBlank()) {
      lines.accept(number, text);
    }
  }

  /** Decides where the mark of a bad byte may also stand in the text itself. */
  private boolean isUtf8(int start, int stop) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, stop - start));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
