package raftlab.run;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import raftlab.core.Completion;
import raftlab.core.FinishReason;
import raftlab.core.TokenTrace;

/**
 * Writes a completion; columns, which only imported ones have, are left out if empty. Stateless.
 */
final class CompletionAdapter extends TypeAdapter<Completion> {

  private static final TraceAdapter TRACE = new TraceAdapter();

  @Override
  public void write(JsonWriter out, Completion completion) throws IOException {
    out.beginObject();
    out.name("sample_index").value(completion.sampleIndex());
    out.name("text").value(completion.text());
    TRACE.write(out.name("trace"), completion.trace());
    out.name("finish").value(completion.finish().name());
    if (!completion.columns().isEmpty()) {
      out.name("columns").beginObject();
      for (Map.Entry<String, String> column : new TreeMap<>(completion.columns()).entrySet()) {
        out.name(column.getKey()).value(column.getValue());
      }
      out.endObject();
    }
    out.endObject();
  }

  @Override
  public Completion read(JsonReader in) throws IOException {
    int sample = 0;
    String text = null;
    TokenTrace trace = TokenTrace.NONE;
    FinishReason finish = FinishReason.UNKNOWN;
    Map<String, String> columns = new TreeMap<>();
    in.beginObject();
    while (in.hasNext()) {
      switch (in.nextName()) {
        case "sample_index" -> sample = in.nextInt();
        case "text" -> text = in.nextString();
        case "trace" -> trace = TRACE.read(in);
        case "finish" -> finish = FinishReason.valueOf(in.nextString());
        case "columns" -> readColumns(in, columns);
        default -> in.skipValue();
      }
    }
    in.endObject();
    return new Completion(sample, text, trace, finish, columns);
  }

  private static void readColumns(JsonReader in, Map<String, String> columns) throws IOException {
    in.beginObject();
    while (in.peek() != JsonToken.END_OBJECT) {
      columns.put(in.nextName(), in.nextString());
    }
    in.endObject();
  }
}
