package raftlab.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments of a call as they are written.
 *
 * @param plain those without a name
 * @param named those with one
 * @param spread what stands behind {@code *} and {@code **}: lists of plain ones, maps of named
 *     ones
 */
record Arguments(List<Expression> plain, Map<String, Expression> named, List<Expression> spread) {

  Arguments() {
    this(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
  }

  Passed values(Scope scope) {
    List<Object> values = new ArrayList<>();
    plain.forEach(each -> values.add(each.value(scope)));
    Map<String, Object> byName = new LinkedHashMap<>();
    named.forEach((name, each) -> byName.put(name, each.value(scope)));
    for (Expression each : spread) {
      Object value = each.value(scope);
      if (value instanceof Map<?, ?> map) {
        map.forEach((name, inner) -> byName.put(Values.onlyText(name), inner));
      } else {
        values.addAll(Values.items(value));
      }
    }
    return new Passed(values, byName);
  }
}
