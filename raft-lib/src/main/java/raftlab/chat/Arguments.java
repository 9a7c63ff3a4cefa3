package raftlab.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments of a call as they are written. */
record Arguments(List<Expression> plain, Map<String, Expression> named) {

  Arguments() {
    this(new ArrayList<>(), new LinkedHashMap<>());
  }

  List<Object> values(Scope scope) {
    List<Object> values = new ArrayList<>();
    plain.forEach(each -> values.add(each.value(scope)));
    return values;
  }

  Map<String, Object> namedValues(Scope scope) {
    Map<String, Object> values = new LinkedHashMap<>();
    named.forEach((name, each) -> values.put(name, each.value(scope)));
    return values;
  }
}
