package raftlab.kernel.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import raftlab.files.AtomicFile;
import raftlab.tensor.DeviceChoice;

/**
 * The layers of settings below the options of a call: default, preset, raft.yaml, {@code config}. A
 * key is an option's name without dashes, and applies to every command that has the option; {@code
 * sample.temperature} applies to one command and wins within its layer. Used by one command at a
 * time.
 */
public final class Settings {

  /** The keys that are no option of a command, with their defaults. */
  public static final Map<String, String> BASE =
      Map.of(
          "preset", "classroom", "device", DeviceChoice.AUTO, "dtype", "float32", "runs", "./runs");

  private final Map<String, String> file;
  private final Map<String, String> config = new TreeMap<>();
  private final Optional<Path> store;

  private Settings(Map<String, String> file, Optional<Path> store) {
    this.file = new TreeMap<>(file);
    this.store = store;
  }

  /** Settings that read no file and are forgotten with the session. */
  public static Settings inMemory() {
    return new Settings(Map.of(), Optional.empty());
  }

  /**
   * Reads the settings of a folder.
   *
   * @param yaml the file of the third layer; it need not exist
   * @param store where {@code config set} is kept for the next process; empty to keep it in memory
   * @throws raftlab.core.UserError if a file is broken
   */
  public static Settings load(Path yaml, Optional<Path> store) {
    Settings settings = new Settings(read(yaml), store);
    store.ifPresent(path -> settings.config.putAll(read(path)));
    RunsFolder.use(settings);
    DeviceChoice.use(() -> settings.base("device").value());
    return settings;
  }

  /**
   * Returns these settings over another preset, for one call.
   *
   * @throws raftlab.core.UserError if there is none of that name
   */
  public Settings withPreset(String name) {
    Presets.load(name);
    Settings settings = new Settings(file, Optional.empty());
    settings.config.putAll(config);
    settings.config.put("preset", name);
    return settings;
  }

  /** Returns the value that the layers give a command's option; empty if only its default does. */
  public Optional<Setting> find(String command, String key) {
    return in(config, command, key, Origin.CONFIG)
        .or(() -> in(file, command, key, Origin.FILE))
        .or(() -> in(preset(), command, key, Origin.PRESET));
  }

  /** Returns a setting that is no option, such as {@code runs}. */
  public Setting base(String key) {
    return find("", key).orElseGet(() -> new Setting(key, BASE.get(key), Origin.DEFAULT));
  }

  /** Sets a key in the layer of {@code config}; the caller has checked it. */
  public void set(String key, String value) {
    if (key.equals("preset")) {
      Presets.load(value);
    }
    if (key.equals("device")) {
      DeviceChoice.checked(value);
    }
    config.put(key, value);
    save();
  }

  /** Returns the file that keeps the layer of {@code config}; empty if it ends with the session. */
  public Optional<Path> store() {
    return store;
  }

  /** Forgets the layer of {@code config}. */
  public void reset() {
    config.clear();
    save();
  }

  /** Returns every key that any layer sets, in alphabetical order. */
  public List<Setting> all() {
    Map<String, Setting> all = new TreeMap<>();
    BASE.forEach((key, value) -> all.put(key, new Setting(key, value, Origin.DEFAULT)));
    preset().forEach((key, value) -> all.put(key, new Setting(key, value, Origin.PRESET)));
    file.forEach((key, value) -> all.put(key, new Setting(key, value, Origin.FILE)));
    config.forEach((key, value) -> all.put(key, new Setting(key, value, Origin.CONFIG)));
    return new ArrayList<>(all.values());
  }

  private Map<String, String> preset() {
    String name = config.getOrDefault("preset", file.getOrDefault("preset", BASE.get("preset")));
    return Presets.load(name);
  }

  private static Optional<Setting> in(
      Map<String, String> layer, String command, String key, Origin origin) {
    String own = layer.get(command + "." + key);
    return Optional.ofNullable(own == null ? layer.get(key) : own)
        .map(value -> new Setting(key, value, origin));
  }

  private static Map<String, String> read(Path path) {
    if (!Files.exists(path)) {
      return Map.of();
    }
    try {
      return KeyValueLines.read(Files.readString(path), path.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void save() {
    store.ifPresent(
        path -> {
          StringBuilder text = new StringBuilder();
          config.forEach((key, value) -> text.append(key + ": \"" + value + "\"\n"));
          AtomicFile.writeText(path, text.toString());
        });
  }
}
