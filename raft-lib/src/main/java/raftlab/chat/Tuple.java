package raftlab.chat;

import java.util.AbstractList;
import java.util.List;

/** Python's tuple: a list that is written with round brackets and equals no list. */
final class Tuple extends AbstractList<Object> {

  private final List<Object> parts;

  Tuple(List<Object> parts) {
    this.parts = parts;
  }

  static Tuple of(Object... parts) {
    return new Tuple(List.of(parts));
  }

  @Override
  public Object get(int place) {
    return parts.get(place);
  }

  @Override
  public int size() {
    return parts.size();
  }
}
