package raftlab.weights;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The JSON text of a header for tensors that will lie one after the other in the given order. */
final class HeaderText {

  private HeaderText() {}

  static String of(List<NamedTensor> tensors, Map<String, String> metadata) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      writeMetadata(json, metadata);
      long begin = 0;
      for (NamedTensor tensor : tensors) {
        long end = begin + tensor.entry().byteSize();
        writeTensor(json, tensor.entry(), begin, end);
        begin = end;
      }
      json.endObject();
    }
    return text.toString();
  }

  private static void writeMetadata(JsonWriter json, Map<String, String> metadata)
      throws IOException {
    if (metadata.isEmpty()) {
      return;
    }
    json.name(HeaderJson.METADATA).beginObject();
    for (Map.Entry<String, String> item : new TreeMap<>(metadata).entrySet()) {
      json.name(item.getKey()).value(item.getValue());
    }
    json.endObject();
  }

  private static void writeTensor(JsonWriter json, TensorEntry entry, long begin, long end)
      throws IOException {
    json.name(entry.name()).beginObject();
    json.name("dtype").value(entry.type().name());
    json.name("shape").beginArray();
    for (long dimension : entry.shape()) {
      json.value(dimension);
    }
    json.endArray();
    json.name("data_offsets").beginArray().value(begin).value(end).endArray();
    json.endObject();
  }
}
