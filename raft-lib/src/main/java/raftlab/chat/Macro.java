package raftlab.chat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A named piece of template with parameters; its value is the text it writes.
 *
 * @param home where it was defined, whose names it sees
 * @param parameters names with their defaults
 * @param uses the names its body uses, which decide whether it takes more than its parameters
 */
record Macro(
    String name,
    Scope home,
    Output out,
    Map<String, Expression> parameters,
    Set<String> uses,
    Statement body)
    implements Callable {

  @Override
  public Object call(Passed passed) {
    Scope scope = new Scope(home);
    Map<String, Object> named = new LinkedHashMap<>(passed.named());
    int place = 0;
    for (Map.Entry<String, Expression> parameter : parameters.entrySet()) {
      String key = parameter.getKey();
      boolean given = place < passed.plain().size();
      if (given && named.containsKey(key)) {
        throw Broken.rendering("the macro " + name + " is given " + key + " twice");
      }
      Object value = given ? passed.plain().get(place) : named.remove(key);
      scope.set(key, value == null ? parameter.getValue().value(scope) : value);
      place++;
    }
    Object caller = named.remove("caller");
    scope.set("caller", caller == null ? Undefined.named("caller") : caller);
    more(scope, passed.from(parameters.size()).plain(), named);
    Output inner = out.inner();
    body.render(scope, inner);
    return inner.toString();
  }

  private void more(Scope scope, List<Object> plain, Map<String, Object> named) {
    boolean tooMany = !plain.isEmpty() && !uses.contains("varargs");
    if (tooMany || (!named.isEmpty() && !uses.contains("kwargs"))) {
      throw Broken.rendering("the macro " + name + " is given more than it takes");
    }
    scope.set("varargs", new Tuple(plain));
    scope.set("kwargs", named);
  }
}
