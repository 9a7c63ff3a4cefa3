package raftlab.weights;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import raftlab.core.UserError;
import raftlab.files.JsonFile;

/** Opens the shards that an index lists, each once, and checks that each holds what it is to. */
final class ShardIndex {

  private final Path folder;
  private final Path index;
  private final Map<String, SafetensorsFile> shards = new LinkedHashMap<>();

  private ShardIndex(Path folder) {
    this.folder = folder;
    this.index = folder.resolve(Checkpoint.INDEX);
  }

  static Checkpoint open(Path folder) {
    ShardIndex opened = new ShardIndex(folder);
    boolean done = false;
    try {
      Checkpoint checkpoint = opened.openAll();
      done = true;
      return checkpoint;
    } finally {
      if (!done) {
        opened.shards.values().forEach(SafetensorsFile::close);
      }
    }
  }

  private Checkpoint openAll() {
    Map<String, SafetensorsFile> fileOf = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> item : weightMap().entrySet()) {
      fileOf.put(item.getKey(), shardOf(item.getKey(), item.getValue()));
    }
    return new Checkpoint(folder, fileOf, new LinkedHashSet<>(shards.values()));
  }

  private Map<String, JsonElement> weightMap() {
    JsonElement map = JsonFile.readObject(index).get("weight_map");
    if (!(map instanceof JsonObject weights) || weights.isEmpty()) {
      throw broken("it has no weight_map");
    }
    return weights.asMap();
  }

  private SafetensorsFile shardOf(String tensor, JsonElement file) {
    if (!file.isJsonPrimitive() || !file.getAsString().matches("[^/\\\\\\x00]+\\.safetensors")) {
      throw broken("tensor " + tensor + " is in " + file + ", expected NAME.safetensors beside it");
    }
    SafetensorsFile shard =
        shards.computeIfAbsent(
            file.getAsString(), name -> SafetensorsFile.open(folder.resolve(name)));
    if (!shard.names().contains(tensor)) {
      throw broken("tensor " + tensor + " is not in " + file.getAsString());
    }
    return shard;
  }

  private UserError broken(String fault) {
    return new UserError(index + " is not a sound list of shards: " + fault, "", "");
  }
}
