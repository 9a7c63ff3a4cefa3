package raftlab.chat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A for loop; its source is filtered first, as {@code loop.last} must know the end. */
record Loop(
    List<String> names, Expression source, Expression filter, Statement body, Statement otherwise)
    implements Statement {

  @Override
  public void render(Scope scope, Output out) {
    List<Object> items = new ArrayList<>();
    for (Object item : Values.items(source.value(scope))) {
      Scope inner = new Scope(scope);
      assign(inner, names, item);
      out.step();
      if (Values.truth(filter.value(inner))) {
        items.add(item);
      }
    }
    if (items.isEmpty()) {
      otherwise.render(scope, out);
    }
    for (int i = 0; i < items.size(); i++) {
      Scope inner = new Scope(scope);
      assign(inner, names, items.get(i));
      inner.set("loop", state(items, i));
      try {
        body.render(inner, out);
      } catch (LoopJump.Signal signal) {
        if (signal.jump() == LoopJump.BREAK) {
          return;
        }
      }
    }
  }

  private static Map<String, Object> state(List<Object> items, int i) {
    Map<String, Object> loop = new HashMap<>();
    loop.put("index", (long) i + 1);
    loop.put("index0", (long) i);
    loop.put("revindex", (long) items.size() - i);
    loop.put("revindex0", (long) items.size() - i - 1);
    loop.put("first", i == 0);
    loop.put("last", i == items.size() - 1);
    loop.put("length", (long) items.size());
    loop.put("previtem", i > 0 ? items.get(i - 1) : Undefined.named("previtem"));
    loop.put("nextitem", i + 1 < items.size() ? items.get(i + 1) : Undefined.named("nextitem"));
    return loop;
  }

  /** Sets one name, or several to the items of a list. */
  static void assign(Scope scope, List<String> names, Object value) {
    if (names.size() == 1) {
      scope.set(names.get(0), value);
      return;
    }
    List<Object> parts = Values.items(value);
    if (parts.size() != names.size()) {
      throw Broken.rendering(parts.size() + " values for " + names.size() + " names");
    }
    for (int i = 0; i < parts.size(); i++) {
      scope.set(names.get(i), parts.get(i));
    }
  }
}
