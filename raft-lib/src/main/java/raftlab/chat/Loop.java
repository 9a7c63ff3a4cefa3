package raftlab.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A for loop; its source is filtered first, as {@code loop.last} must know the end. A recursive one
 * can be run again from within by calling {@code loop}.
 */
record Loop(
    Target target,
    Expression source,
    Expression filter,
    boolean recursive,
    Statement body,
    Statement otherwise)
    implements Statement {

  @Override
  public void render(Scope scope, Output out) {
    run(source.value(scope), 1, scope, out);
  }

  private void run(Object given, int depth, Scope scope, Output out) {
    List<Object> items = new ArrayList<>();
    for (Object item : Values.items(given)) {
      Scope inner = new Scope(scope);
      target.assign(inner, item);
      out.step();
      if (Values.truth(filter.value(inner))) {
        items.add(item);
      }
    }
    if (items.isEmpty()) {
      otherwise.render(new Scope(scope), out);
    }
    AtomicReference<Object> last = new AtomicReference<>();
    for (int i = 0; i < items.size(); i++) {
      Scope inner = new Scope(scope);
      target.assign(inner, items.get(i));
      LoopState state = new LoopState(items, i, depth, last, again(depth, scope, out));
      inner.set("loop", state);
      try {
        body.render(inner, out);
      } catch (LoopJump.Signal signal) {
        if (signal.jump() == LoopJump.BREAK) {
          return;
        }
      }
    }
  }

  private Callable again(int depth, Scope scope, Output out) {
    return passed -> {
      if (!recursive) {
        throw Broken.rendering("a loop that is not recursive is called");
      }
      Output inner = out.inner();
      run(passed.needed(0, "iterable"), depth + 1, new Scope(scope), inner);
      return inner.toString();
    };
  }
}
