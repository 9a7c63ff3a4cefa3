package raftlab.kernel.command.store;

import java.util.List;
import java.util.Optional;
import raftlab.kernel.command.Kind;
import raftlab.kernel.command.Names;

/** The names of a store, for a command that is run again only for its value: it keeps nothing. */
record BorrowedNames(Names store) implements Names {

  @Override
  public <T> void put(Kind<T> kind, String name, T value) {
    // The store has the value's recipe already; writing it again would change the last name.
  }

  @Override
  public <T> Optional<T> find(Kind<T> kind, String name) {
    return store.find(kind, name);
  }

  @Override
  public List<String> of(Kind<?> kind) {
    return store.of(kind);
  }

  @Override
  public boolean remove(Kind<?> kind, String name) {
    return false;
  }
}
