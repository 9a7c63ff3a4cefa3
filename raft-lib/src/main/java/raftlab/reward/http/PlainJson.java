package raftlab.reward.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URI;
import java.util.TreeMap;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;

/**
 * A server of our own kind:
 *
 * <pre>
 * POST {"prompt": text, "completion": text, "columns": {name: value, ...}}
 * 200  {"reward": number, "reason": text}       reason may be absent
 * 200  {"skipped": reason}                      the server has no reward for this one
 * </pre>
 */
public record PlainJson(URI address) implements Protocol {

  @Override
  public String question(Prompt prompt, Completion completion) {
    JsonObject columns = new JsonObject();
    new TreeMap<>(prompt.columns()).forEach(columns::addProperty);
    JsonObject question = new JsonObject();
    question.addProperty("prompt", prompt.text());
    question.addProperty("completion", completion.text());
    question.add("columns", columns);
    return question.toString();
  }

  @Override
  public Reward answer(String body) throws BadAnswer {
    JsonElement read = parse(body);
    if (!read.isJsonObject()) {
      throw new BadAnswer("the answer is no JSON object");
    }
    JsonObject answer = read.getAsJsonObject();
    if (answer.has("skipped")) {
      return Reward.skipped("the server skipped it: " + text(answer, "skipped"));
    }
    if (!answer.has("reward")) {
      throw new BadAnswer("the answer has no \"reward\"");
    }
    return Reward.of(number(answer.get("reward")), text(answer, "reason"));
  }

  static JsonElement parse(String body) throws BadAnswer {
    try {
      return JsonParser.parseString(body);
    } catch (JsonParseException e) {
      throw new BadAnswer("the answer is no JSON");
    }
  }

  private static double number(JsonElement value) throws BadAnswer {
    try {
      double number = value.getAsDouble();
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (RuntimeException e) {
      throw new BadAnswer("\"reward\" is no number: " + value);
    }
    throw new BadAnswer("\"reward\" is not finite: " + value);
  }

  private static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "by the server";
  }

  @Override
  public String name() {
    return "http " + address;
  }
}
