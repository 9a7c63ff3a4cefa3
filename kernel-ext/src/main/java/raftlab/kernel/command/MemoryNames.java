package raftlab.kernel.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Named results in memory, for notebooks and tests. Thread-safe. */
public final class MemoryNames implements Names {

  private final Map<String, Map<String, Object>> byKind = new LinkedHashMap<>();

  @Override
  public synchronized <T> void put(Kind<T> kind, String name, T value) {
    Map<String, Object> values = values(kind);
    values.remove(name);
    values.put(name, value);
  }

  @Override
  public synchronized <T> Optional<T> find(Kind<T> kind, String name) {
    return Optional.ofNullable(values(kind).get(name)).map(kind.type()::cast);
  }

  @Override
  public synchronized List<String> of(Kind<?> kind) {
    return List.copyOf(values(kind).keySet());
  }

  @Override
  public synchronized boolean remove(Kind<?> kind, String name) {
    return values(kind).remove(name) != null;
  }

  private Map<String, Object> values(Kind<?> kind) {
    return byKind.computeIfAbsent(kind.word(), word -> new LinkedHashMap<>());
  }
}
