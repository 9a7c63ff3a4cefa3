package raftlab.chat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import raftlab.core.UserError;

/** The functions that every template can call: Jinja's and those that transformers adds. */
final class Globals {

  private static final int LONGEST_RANGE = 100_000;

  private Globals() {}

  static void define(Scope scope, LocalDateTime now) {
    function(scope, "namespace", passed -> new Namespace(dictionary(passed)));
    function(scope, "dict", Globals::dictionary);
    function(scope, "range", Globals::range);
    function(scope, "joiner", Globals::joiner);
    function(scope, "cycler", Globals::cycler);
    function(
        scope,
        "strftime_now",
        passed -> Clock.shown(Values.onlyText(passed.needed(0, "format")), now));
    function(scope, "raise_exception", Globals::refuse);
  }

  private static void function(Scope scope, String name, Callable callable) {
    scope.set(name, callable);
  }

  private static Object refuse(Passed passed) {
    throw new UserError(
        "the chat template refuses the messages: " + Values.text(passed.needed(0, "message")),
        "",
        "Change the messages' roles or order");
  }

  private static Map<String, Object> dictionary(Passed passed) {
    Map<String, Object> made = new LinkedHashMap<>();
    if (!passed.plain().isEmpty()) {
      Object start = passed.plain().get(0);
      List<Object> pairs =
          start instanceof Map<?, ?> map ? Methods.pairs(map) : Values.items(start);
      for (Object pair : pairs) {
        List<Object> parts = Values.items(pair);
        made.put(Values.text(parts.get(0)), parts.get(1));
      }
    }
    made.putAll(passed.named());
    return made;
  }

  private static List<Object> range(Passed passed) {
    List<Object> bounds = passed.plain();
    long from = bounds.size() > 1 ? Values.whole(bounds.get(0)) : 0;
    long to = Values.whole(bounds.get(bounds.size() > 1 ? 1 : 0));
    long step = bounds.size() > 2 ? Values.whole(bounds.get(2)) : 1;
    if (step == 0 || Math.abs((double) to - from) > LONGEST_RANGE) {
      throw Broken.rendering("range(" + from + ", " + to + ", " + step + ") is too long");
    }
    List<Object> all = new ArrayList<>();
    for (long i = from; step > 0 ? i < to : i > to; i += step) {
      all.add(i);
    }
    return all;
  }

  /** A text between parts: nothing at its first call. */
  private static Callable joiner(Passed passed) {
    String separator = Values.text(passed.at(0, "sep", ", "));
    boolean[] used = new boolean[1];
    return again -> {
      String text = used[0] ? separator : "";
      used[0] = true;
      return text;
    };
  }

  private static Attributed cycler(Passed passed) {
    int[] at = new int[1];
    List<Object> items = passed.plain();
    return name ->
        switch (name) {
          case "next" -> (Callable) again -> items.get(at[0]++ % items.size());
          case "current" -> items.get(at[0] % items.size());
          case "reset" ->
              (Callable)
                  again -> {
                    at[0] = 0;
                    return None.NONE;
                  };
          default -> Undefined.named(name);
        };
  }
}
