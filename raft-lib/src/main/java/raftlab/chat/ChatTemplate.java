package raftlab.chat;

import com.google.gson.JsonArray;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import raftlab.core.UserError;

/**
 * A chat template: messages in, the text that a model reads out, byte for byte as transformers'
 * {@code apply_chat_template} renders it. Covers what the templates in use are made of: if, for
 * (with filter, else, break, continue), set, namespace, macro, the operators, tests, filters and
 * methods of {@link Tests}, {@link Filters} and {@link Methods}; anything else is refused by name
 * when the template is read. Immutable and thread-safe.
 */
public final class ChatTemplate {

  private final Statement body;

  private ChatTemplate(Statement body) {
    this.body = body;
  }

  /** Reads a template. */
  public static ChatTemplate parse(String source) {
    return new ChatTemplate(new Statements(new Parser(source)).whole());
  }

  /**
   * Renders messages.
   *
   * @param messages objects with {@code role} and {@code content}
   * @param generate whether the assistant's turn is opened at the end
   * @param tokens the special tokens by name, such as {@code bos_token}
   * @throws UserError if the template refuses the messages or does what is not known
   */
  public String render(JsonArray messages, boolean generate, Map<String, String> tokens) {
    Scope scope = new Scope(null);
    tokens.forEach(scope::set);
    scope.set("messages", Json.read(messages));
    scope.set("add_generation_prompt", generate);
    scope.set("tools", None.NONE);
    scope.set("documents", None.NONE);
    scope.set("namespace", (Callable) (a, named) -> new Namespace(named));
    scope.set("range", (Callable) (a, named) -> range(a));
    scope.set("dict", (Callable) (a, named) -> new Namespace(named));
    scope.set("strftime_now", (Callable) (a, named) -> today(Values.text(a.get(0))));
    scope.set(
        "raise_exception",
        (Callable)
            (a, named) -> {
              throw new UserError(
                  "the chat template refuses the messages: " + Values.text(a.get(0)),
                  "",
                  "Change the messages' roles or order");
            });
    Output out = new Output();
    try {
      body.render(scope, out);
    } catch (IndexOutOfBoundsException | ClassCastException | LoopJump.Signal e) {
      throw Broken.rendering("a function or filter is given what it does not take");
    } catch (StackOverflowError e) {
      throw Broken.rendering("it calls itself without end");
    }
    return out.toString();
  }

  private static List<Object> range(List<Object> bounds) {
    long from = bounds.size() > 1 ? Values.whole(bounds.get(0)) : 0;
    long to = Values.whole(bounds.get(bounds.size() > 1 ? 1 : 0));
    long step = bounds.size() > 2 ? Values.whole(bounds.get(2)) : 1;
    if (step == 0 || Math.abs(to - from) > 100_000) {
      throw Broken.rendering("range(" + from + ", " + to + ", " + step + ") is too long");
    }
    List<Object> all = new ArrayList<>();
    for (long i = from; step > 0 ? i < to : i > to; i += step) {
      all.add(i);
    }
    return all;
  }

  private static String today(String format) {
    String pattern =
        format
            .replace("%d", "dd")
            .replace("%b", "MMM")
            .replace("%B", "MMMM")
            .replace("%Y", "yyyy")
            .replace("%m", "MM");
    if (pattern.contains("%")) {
      throw Broken.rendering("the date format " + format + " is not known");
    }
    return LocalDate.now(ZoneId.systemDefault())
        .format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
  }
}
