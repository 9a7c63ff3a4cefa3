package raftlab.chat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Python's generator, which filters such as {@code selectattr} give: it is worked out when it is
 * first read, can be read once, is always true and has no length.
 */
final class Once {

  private final Supplier<List<Object>> source;
  private Iterator<Object> rest;

  Once(Supplier<List<Object>> source) {
    this.source = source;
  }

  private Iterator<Object> rest() {
    if (rest == null) {
      rest = source.get().iterator();
    }
    return rest;
  }

  /** Returns the next item, or an undefined value. */
  Object next() {
    return rest().hasNext() ? rest().next() : Undefined.named("item");
  }

  /** Returns all items that were not read yet. */
  List<Object> items() {
    List<Object> items = new ArrayList<>();
    rest().forEachRemaining(items::add);
    return items;
  }
}
