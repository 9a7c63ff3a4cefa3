package raftlab.chat;

import java.util.LinkedHashMap;
import java.util.Map;

/** The one kind of value whose attributes a template can set. */
final class Namespace extends LinkedHashMap<String, Object> {

  private static final long serialVersionUID = 1;

  Namespace(Map<String, Object> start) {
    super(start);
  }
}
