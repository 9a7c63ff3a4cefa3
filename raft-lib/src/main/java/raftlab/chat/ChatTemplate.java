package raftlab.chat;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import raftlab.core.UserError;

/**
 * A chat template: messages in, the text that a model reads out, byte for byte as transformers'
 * {@code apply_chat_template} renders it. Covers what the templates in use are made of: if, for
 * (with filter, else, recursion, break, continue), set, with, namespace, macro, call, filter, raw,
 * generation, the operators, tests, filters and methods of {@link Tests}, {@link Filters} and
 * {@link Methods}; anything else is refused by name when the template is read (inside a condition,
 * when it is reached, as Jinja does). Immutable and thread-safe.
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
   * @param options {@code tools} and whatever else the template knows by name, see {@link
   *     raftlab.data.ChatColumns}
   * @throws UserError if the template refuses the messages or does what is not known
   */
  public String render(
      JsonArray messages, boolean generate, Map<String, String> tokens, JsonObject options) {
    JsonObject context = new JsonObject();
    tokens.forEach(context::addProperty);
    context.add("tools", JsonNull.INSTANCE);
    context.add("documents", JsonNull.INSTANCE);
    options.entrySet().forEach(each -> context.add(each.getKey(), each.getValue()));
    context.add("messages", messages);
    context.addProperty("add_generation_prompt", generate);
    return render(context, LocalDateTime.now(ZoneId.systemDefault()));
  }

  /**
   * Renders whatever is given by name, as {@code apply_chat_template} passes it on.
   *
   * @param context {@code messages}, {@code add_generation_prompt}, the special tokens, {@code
   *     tools} (JSON schemas) and the options that the template knows, such as {@code
   *     enable_thinking}
   * @param now the time that the template reads from the clock
   * @throws UserError if the template refuses the messages or does what is not known
   */
  public String render(JsonObject context, LocalDateTime now) {
    Scope globals = new Scope(null);
    Globals.define(globals, now);
    Scope scope = new Scope(globals);
    context.entrySet().forEach(each -> scope.set(each.getKey(), Json.read(each.getValue())));
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
}
