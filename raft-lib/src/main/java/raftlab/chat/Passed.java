package raftlab.chat;

import java.util.List;
import java.util.Map;

/** The values that a call, filter or test is given. */
record Passed(List<Object> plain, Map<String, Object> named) {

  static final Passed NOTHING = new Passed(List.of(), Map.of());

  /** Returns an argument by its place or name, or the fallback. */
  Object at(int place, String name, Object fallback) {
    return place < plain.size() ? plain.get(place) : named.getOrDefault(name, fallback);
  }

  /** Returns an argument that must be given. */
  Object needed(int place, String name) {
    Object found = at(place, name, null);
    if (found == null) {
      throw Broken.rendering("a function or filter is called without its argument " + name);
    }
    return found;
  }

  boolean flag(int place, String name) {
    return Values.truth(at(place, name, false));
  }

  long whole(int place, String name, long fallback) {
    return Values.whole(at(place, name, fallback));
  }

  /** Returns what is left after the first plain ones. */
  Passed from(int place) {
    return new Passed(plain.subList(Math.min(place, plain.size()), plain.size()), named);
  }
}
