package raftlab.data;

import com.google.gson.JsonElement;
import com.google.gson.stream.MalformedJsonException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** One JSON object per line; blank lines are passed over but counted. */
final class LineRows implements RowSource {

  private final String file;
  private final InputStream in;
  private final LineReader lines;
  private long number;

  /** {@code blankLines} were passed over before. */
  LineRows(String file, InputStream in, long blankLines) {
    this.file = file;
    this.in = in;
    this.number = blankLines;
    this.lines = new LineReader(in);
  }

  @Override
  public Optional<Step> next() throws IOException {
    while (lines.next()) {
      number++;
      Place place = new Place(file, "line", number);
      if (lines.tooLong()) {
        return Optional.of(
            Step.broken(place, "it is longer than " + (LineReader.LONGEST >> 20) + " MiB"));
      }
      String text;
      try {
        text = lines.text();
      } catch (CharacterCodingException e) {
        return Optional.of(Step.broken(place, "it is not UTF-8 text"));
      }
      if (!text.isBlank()) {
        return Optional.of(step(place, text));
      }
    }
    return Optional.empty();
  }

  private static Step step(Place place, String text) {
    try {
      JsonElement value = JsonText.parse(text);
      return value.isJsonObject()
          ? Step.of(new Row(place, value.getAsJsonObject()))
          : Step.broken(place, "it is a bare value");
    } catch (MalformedJsonException e) {
      return Step.broken(place, JsonText.reason(e));
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
