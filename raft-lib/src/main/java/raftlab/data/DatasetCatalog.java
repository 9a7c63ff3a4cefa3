package raftlab.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import raftlab.core.Suggest;
import raftlab.core.UserError;

/** The descriptors that come with the lab, one file each in {@code datasets/}. Thread-safe. */
public final class DatasetCatalog {

  private static final String FOLDER = "/raftlab/datasets/";
  private static final DatasetCatalog BUILT_IN = load();

  private final Map<String, DatasetDescriptor> byId;

  private DatasetCatalog(Map<String, DatasetDescriptor> byId) {
    this.byId = byId;
  }

  /** Returns the catalogue of the built-in data sets. */
  public static DatasetCatalog builtIn() {
    return BUILT_IN;
  }

  /** Returns all descriptors in alphabetical order of their ids. */
  public List<DatasetDescriptor> all() {
    return List.copyOf(byId.values());
  }

  /** Returns whether there is a data set of that id. */
  public boolean contains(String id) {
    return byId.containsKey(id);
  }

  /** Returns a descriptor; a {@link UserError} suggests the id that was meant. */
  public DatasetDescriptor get(String id) {
    DatasetDescriptor descriptor = byId.get(id);
    if (descriptor == null) {
      throw new UserError(
          "there is no data set \"" + id + "\"",
          Suggest.near(id, byId.keySet()),
          "All: %raft data list");
    }
    return descriptor;
  }

  private static DatasetCatalog load() {
    Map<String, DatasetDescriptor> byId = new LinkedHashMap<>();
    for (String id : resource("index.json").texts("datasets")) {
      byId.put(id, DescriptorReader.read(resource(id + ".json")));
    }
    return new DatasetCatalog(byId);
  }

  /** Reads a JSON object among the resources, such as {@code published/raft-page.json}. */
  public static Row resource(String name) {
    try (InputStream in = DatasetCatalog.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + FOLDER + name + " is not in the build");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Row(new Place(name, "line", 1), JsonText.parse(text).getAsJsonObject());
    } catch (IOException e) {
      throw new UncheckedIOException("reading the resource " + name, e);
    }
  }
}
