package raftlab.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Splits UTF-8 bytes into lines at {@code \n} and nowhere else: U+2028, U+0085 and a lone {@code
 * \r} are ordinary characters, since they occur inside JSON strings of public data sets. A {@code
 * \r} before the {@code \n} is dropped. Memory is that of the longest line, at most {@link
 * #LONGEST}. Not thread-safe.
 */
final class LineReader {

  /** The longest line that is read, in bytes; more is a file without line ends. */
  static final int LONGEST = 256 << 20;

  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;
  private byte[] line = new byte[1 << 12];
  private int length;
  private boolean tooLong;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** Moves to the next line and returns whether there was one. */
  boolean next() throws IOException {
    length = 0;
    tooLong = false;
    boolean any = false;
    while (position < limit || fill()) {
      any = true;
      int end = position;
      while (end < limit && buffer[end] != '\n') {
        end++;
      }
      append(end);
      boolean ended = end < limit;
      position = ended ? end + 1 : end;
      if (ended) {
        break;
      }
    }
    return any;
  }

  /**
   * Returns the line without its end.
   *
   * @throws CharacterCodingException if it is not UTF-8
   */
  String text() throws CharacterCodingException {
    int size = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    return decoder.decode(ByteBuffer.wrap(line, 0, size)).toString();
  }

  /** Returns whether the line was longer than {@link #LONGEST} and its rest was skipped. */
  boolean tooLong() {
    return tooLong;
  }

  private void append(int end) {
    int more = end - position;
    if (length + more > LONGEST) {
      tooLong = true;
      return;
    }
    if (length + more > line.length) {
      line = Arrays.copyOf(line, Math.max(length + more, Math.min(LONGEST, 2 * line.length)));
    }
    System.arraycopy(buffer, position, line, length, more);
    length += more;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }
}
