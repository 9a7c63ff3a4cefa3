package raftlab.chat;

import java.util.List;
import java.util.Map;

/** A named piece of template with parameters; its value is the text it writes. */
record Macro(Scope home, Output out, Map<String, Expression> parameters, Statement body)
    implements Callable {

  @Override
  public Object call(List<Object> arguments, Map<String, Object> named) {
    Scope scope = new Scope(home);
    int place = 0;
    for (Map.Entry<String, Expression> parameter : parameters.entrySet()) {
      Object value =
          place < arguments.size()
              ? arguments.get(place)
              : named.containsKey(parameter.getKey())
                  ? named.get(parameter.getKey())
                  : parameter.getValue().value(home);
      scope.set(parameter.getKey(), value);
      place++;
    }
    Output inner = out.inner();
    body.render(scope, inner);
    return inner.toString();
  }
}
