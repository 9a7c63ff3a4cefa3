package raftlab.chat;

import java.util.Map;

/** The one kind of value whose attributes a template can set. */
record Namespace(Map<String, Object> attributes) implements Attributed {

  @Override
  public Object attribute(String name) {
    return attributes.containsKey(name) ? attributes.get(name) : Undefined.named(name);
  }
}
