package raftlab.run;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import raftlab.core.Completion;
import raftlab.core.Reward;
import raftlab.core.TokenTrace;

/**
 * How records look in a run directory: their components by name in snake case, one JSON object
 * each. Floats are written with the shortest digits that read back to the same bits.
 */
public final class RecordJson {

  /** One line per record. Thread-safe. */
  public static final Gson LINE = builder().create();

  /** Indented, for files that people read. Thread-safe. */
  public static final Gson PRETTY = builder().setPrettyPrinting().create();

  private RecordJson() {}

  private static GsonBuilder builder() {
    return new GsonBuilder()
        .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
        .disableHtmlEscaping()
        .serializeSpecialFloatingPointValues()
        .registerTypeAdapter(TokenTrace.class, new TraceAdapter())
        .registerTypeAdapter(Completion.class, new CompletionAdapter())
        .registerTypeAdapter(Reward.class, new RewardAdapter());
  }

  /** A skipped reward has no value rather than one that JSON cannot write. */
  private static final class RewardAdapter extends TypeAdapter<Reward> {

    @Override
    public void write(JsonWriter out, Reward reward) throws IOException {
      out.beginObject();
      if (reward.skipped()) {
        out.name("skipped").value(true);
      } else {
        out.name("value").value(reward.value());
      }
      if (reward.unknown()) {
        out.name("unknown").value(true);
      }
      out.name("reason").value(reward.reason()).name("extracted").value(reward.extracted());
      if (!reward.parts().isEmpty()) {
        out.name("parts").beginObject();
        for (Map.Entry<String, Double> part : new java.util.TreeMap<>(reward.parts()).entrySet()) {
          out.name(part.getKey()).value(part.getValue());
        }
        out.endObject();
      }
      out.endObject();
    }

    @Override
    public Reward read(JsonReader in) throws IOException {
      double value = Double.NaN;
      boolean skipped = false;
      boolean unknown = false;
      String reason = "";
      String extracted = "";
      Map<String, Double> parts = new LinkedHashMap<>();
      in.beginObject();
      while (in.hasNext()) {
        switch (in.nextName()) {
          case "value" -> value = in.nextDouble();
          case "skipped" -> skipped = in.nextBoolean();
          case "unknown" -> unknown = in.nextBoolean();
          case "reason" -> reason = in.nextString();
          case "extracted" -> extracted = in.nextString();
          case "parts" -> {
            in.beginObject();
            while (in.peek() != JsonToken.END_OBJECT) {
              parts.put(in.nextName(), in.nextDouble());
            }
            in.endObject();
          }
          default -> in.skipValue();
        }
      }
      in.endObject();
      return new Reward(value, skipped, unknown, reason, extracted, parts);
    }
  }
}
