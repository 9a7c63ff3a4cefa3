package raftlab.chat;

import java.util.HashMap;
import java.util.Map;

/** The names that are visible at a place; a loop or macro sees the outer ones but sets its own. */
final class Scope {

  private static final int DEEPEST = 64;

  private final Map<String, Object> names = new HashMap<>();
  private final Scope outer;
  private final int depth;

  Scope(Scope outer) {
    this.outer = outer;
    this.depth = outer == null ? 0 : outer.depth + 1;
    if (depth > DEEPEST) {
      throw Broken.rendering("it is nested more than " + DEEPEST + " deep");
    }
  }

  Object get(String name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.names.containsKey(name)) {
        return scope.names.get(name);
      }
    }
    return Undefined.named(name);
  }

  void set(String name, Object value) {
    names.put(name, value);
  }
}
