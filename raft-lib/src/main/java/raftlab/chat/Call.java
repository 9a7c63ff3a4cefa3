package raftlab.chat;

import java.util.LinkedHashMap;
import java.util.Map;

/** A call as it is written; a call block hands its body over as {@code caller}. */
record Call(Expression function, Arguments arguments) implements Expression {

  @Override
  public Object value(Scope scope) {
    return called(scope, arguments.values(scope));
  }

  Object value(Scope scope, Callable caller) {
    Passed passed = arguments.values(scope);
    Map<String, Object> named = new LinkedHashMap<>(passed.named());
    named.put("caller", caller);
    return called(scope, new Passed(passed.plain(), named));
  }

  private Object called(Scope scope, Passed passed) {
    Object found = function.value(scope);
    if (found instanceof Callable callable) {
      return callable.call(passed);
    }
    throw Broken.rendering(Values.kind(found) + " is not a function that is known");
  }
}
