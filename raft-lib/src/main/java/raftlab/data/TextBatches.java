package raftlab.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Batches of the lines of a text. */
final class TextBatches implements LineBatches.Source {

  private static final int BATCH = 1 << 17;

  private final String file;
  private final InputStream in;
  private byte[] rest = new byte[0];
  private long line = 1;
  private boolean ended;

  TextBatches(String file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  @Override
  public Optional<LineBatch> next() throws IOException {
    byte[] data = Arrays.copyOf(rest, Math.max(BATCH, 2 * rest.length));
    int length = rest.length;
    rest = new byte[0];
    while (!ended) {
      int searched = length;
      length += in.readNBytes(data, length, data.length - length);
      ended = length < data.length;
      int cut = ended ? length : afterLastLine(data, searched, length);
      if (cut > 0) {
        rest = Arrays.copyOfRange(data, cut, length);
        return Optional.of(batch(data, cut, List.of()));
      }
      if (!ended && length >= LineReader.LONGEST) {
        return Optional.of(tooLong());
      }
      data = ended ? data : Arrays.copyOf(data, Math.min(LineReader.LONGEST, 2 * data.length));
    }
    return Optional.empty();
  }

  private LineBatch batch(byte[] data, int length, List<BrokenRow> broken) {
    LineBatch batch = new LineBatch(file, "line", line, data, length, broken);
    for (int i = 0; i < length; i++) {
      line += data[i] == '\n' ? 1 : 0;
    }
    return batch;
  }

  /** Skips to the end of a line that is no line. */
  private LineBatch tooLong() throws IOException {
    BrokenRow broken =
        new BrokenRow(
            new Place(file, "line", line),
            "it is longer than " + (LineReader.LONGEST >> 20) + " MiB");
    byte[] data = new byte[BATCH];
    while (true) {
      int read = in.readNBytes(data, 0, data.length);
      ended = read < data.length;
      for (int i = 0; i < read; i++) {
        if (data[i] == '\n') {
          rest = Arrays.copyOfRange(data, i + 1, read);
          // What was read beyond the line is still to be handed out.
          ended = false;
          line++;
          return batch(new byte[0], 0, List.of(broken));
        }
      }
      if (ended) {
        return batch(new byte[0], 0, List.of(broken));
      }
    }
  }

  private static int afterLastLine(byte[] data, int from, int to) {
    int at = to;
    while (at > from && data[at - 1] != '\n') {
      at--;
    }
    return at > from ? at : 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
