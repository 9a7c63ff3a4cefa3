package raftlab.kernel.command;

import java.util.List;
import java.util.Optional;

/**
 * The store of named results: in memory in a notebook, in the workspace folder on a shell. Used by
 * one command at a time.
 */
public interface Names {

  /** Stores a value, replaces an older one of that kind and name, and makes it the last one. */
  <T> void put(Kind<T> kind, String name, T value);

  /** Returns the value of that kind and name. */
  <T> Optional<T> find(Kind<T> kind, String name);

  /** Returns the value of that kind and name if it is in memory; nothing is read for it. */
  default Optional<Object> held(Kind<?> kind, String name) {
    return find(kind, name).map(value -> value);
  }

  /** Returns the names of a kind, the one stored last at the end. */
  List<String> of(Kind<?> kind);

  /** Forgets a name; returns whether there was one. */
  boolean remove(Kind<?> kind, String name);
}
