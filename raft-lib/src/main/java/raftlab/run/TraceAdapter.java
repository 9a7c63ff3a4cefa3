package raftlab.run;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import raftlab.core.TokenTrace;

/** Writes a trace as two lists, {@code ids} and {@code log_probs}. Stateless. */
final class TraceAdapter extends TypeAdapter<TokenTrace> {

  @Override
  public void write(JsonWriter out, TokenTrace trace) throws IOException {
    out.beginObject().name("ids").beginArray();
    for (int i = 0; i < trace.size(); i++) {
      out.value(trace.id(i));
    }
    out.endArray().name("log_probs").beginArray();
    for (int i = 0; i < trace.size(); i++) {
      out.value(trace.logProb(i));
    }
    out.endArray().endObject();
  }

  @Override
  public TokenTrace read(JsonReader in) throws IOException {
    int[] ids = new int[0];
    float[] logProbs = new float[0];
    in.beginObject();
    while (in.hasNext()) {
      boolean isIds = in.nextName().equals("ids");
      List<String> numbers = new ArrayList<>();
      in.beginArray();
      while (in.hasNext()) {
        numbers.add(in.nextString());
      }
      in.endArray();
      if (isIds) {
        ids = numbers.stream().mapToInt(Integer::parseInt).toArray();
      } else {
        logProbs = new float[numbers.size()];
        for (int i = 0; i < logProbs.length; i++) {
          logProbs[i] = Float.parseFloat(numbers.get(i));
        }
      }
    }
    in.endObject();
    return TokenTrace.of(ids, logProbs);
  }
}
