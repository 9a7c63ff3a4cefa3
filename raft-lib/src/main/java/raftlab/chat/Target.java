package raftlab.chat;

import java.util.ArrayList;
import java.util.List;

/** Where a value goes: a name, a namespace's attribute, or several of them. */
@FunctionalInterface
interface Target {

  void assign(Scope scope, Object value);

  /** Parses names between commas; brackets may group them. */
  static Target parse(Parser parser) {
    List<Target> parts = new ArrayList<>(List.of(part(parser)));
    boolean several = false;
    while (parser.take(",")) {
      several = true;
      parts.add(part(parser));
    }
    return several ? all(parts) : parts.get(0);
  }

  private static Target part(Parser parser) {
    if (parser.take("(")) {
      Target inner = parse(parser);
      parser.expect(")");
      return inner;
    }
    String name = parser.name();
    if (parser.take(".")) {
      String attribute = parser.name();
      return (scope, value) -> put(scope.get(name), attribute, value);
    }
    return (scope, value) -> scope.set(name, value);
  }

  private static void put(Object target, String attribute, Object value) {
    if (!(target instanceof Namespace namespace)) {
      throw Broken.rendering("only a namespace's attributes can be set");
    }
    namespace.attributes().put(attribute, value);
  }

  private static Target all(List<Target> targets) {
    return (scope, value) -> {
      List<Object> parts = Values.items(value);
      if (parts.size() != targets.size()) {
        throw Broken.rendering(parts.size() + " values for " + targets.size() + " names");
      }
      for (int i = 0; i < parts.size(); i++) {
        targets.get(i).assign(scope, parts.get(i));
      }
    };
  }
}
