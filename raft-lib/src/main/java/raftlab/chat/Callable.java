package raftlab.chat;

import java.util.List;
import java.util.Map;

/** A function or macro of a template. */
@FunctionalInterface
interface Callable {

  Object call(List<Object> arguments, Map<String, Object> named);
}
