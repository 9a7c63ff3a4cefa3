package raftlab.kernel.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A value as JSON on one line, for scripts: record components by name; a number that JSON cannot
 * write (NaN, infinite) is null; a path is its text.
 */
final class JsonLine {

  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .serializeNulls()
          .registerTypeAdapter(Double.class, new FiniteAdapter<>(Double.class))
          .registerTypeAdapter(double.class, new FiniteAdapter<>(Double.class))
          .registerTypeAdapter(Float.class, new FiniteAdapter<>(Float.class))
          .registerTypeAdapter(float.class, new FiniteAdapter<>(Float.class))
          .registerTypeHierarchyAdapter(Path.class, new PathAdapter())
          .create();

  private JsonLine() {}

  static String of(Object value) {
    return GSON.toJson(value);
  }

  /** Writes numbers; nothing here reads them. */
  private static final class FiniteAdapter<T extends Number> extends TypeAdapter<T> {

    private final Class<T> type;

    FiniteAdapter(Class<T> type) {
      this.type = type;
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      if (value == null || !Double.isFinite(value.doubleValue())) {
        out.nullValue();
      } else {
        out.value(value);
      }
    }

    @Override
    public T read(JsonReader in) {
      throw new UnsupportedOperationException("a " + type.getSimpleName() + " is only written");
    }
  }

  /** Writes paths; nothing here reads them. */
  private static final class PathAdapter extends TypeAdapter<Path> {

    @Override
    public void write(JsonWriter out, Path path) throws IOException {
      out.value(path == null ? null : path.toString());
    }

    @Override
    public Path read(JsonReader in) {
      throw new UnsupportedOperationException("a path is only written");
    }
  }
}
