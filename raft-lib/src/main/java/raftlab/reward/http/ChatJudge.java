package raftlab.reward.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import raftlab.core.Checks;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.files.Hashes;

/**
 * A language model that judges, behind an OpenAI-compatible interface (POST BASE/chat/completions).
 * It is asked greedily, and its verdict is the last {@code Score: number} of its reply, or the
 * reply itself if that is nothing but a number. A number outside the range is no verdict.
 *
 * @param address BASE/chat/completions
 * @param model the model's name on that server
 * @param template the question; {@code {prompt}}, {@code {completion}} and {@code {answer}} stand
 *     for the texts
 * @param least the lowest score the template allows
 * @param most the highest score
 */
public record ChatJudge(URI address, String model, String template, double least, double most)
    implements Protocol {

  private static final Pattern SCORE =
      Pattern.compile("(?i)score[\\s:=*_\"]{0,6}(-?\\d+(?:\\.\\d+)?)");
  private static final Pattern NUMBER = Pattern.compile("\\s*(-?\\d+(?:\\.\\d+)?)\\s*");
  private static final Pattern FIELD = Pattern.compile("\\{(prompt|completion|answer)}");
  private static final int SHOWN = 160;
  private static final int LONGEST = 512;

  public ChatJudge {
    Checks.user(
        template.contains("{completion}"),
        "the judge's template has no {completion}",
        "it would judge without reading",
        "Write {completion} where the text goes");
    Checks.user(
        least < most, "scores from " + least + " to " + most + " are no range", "", "Give A..B");
  }

  /** Returns the built-in template, which asks for a score from 1 to 10. */
  public static String usualTemplate() {
    try (InputStream in = ChatJudge.class.getResourceAsStream("judge.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String question(Prompt prompt, Completion completion) {
    JsonObject message = new JsonObject();
    message.addProperty("role", "user");
    message.addProperty("content", filled(prompt, completion));
    JsonArray messages = new JsonArray();
    messages.add(message);
    JsonObject question = new JsonObject();
    question.addProperty("model", model);
    question.addProperty("temperature", 0);
    question.addProperty("max_tokens", LONGEST);
    question.add("messages", messages);
    return question.toString();
  }

  /** Fills all fields in one pass, so that a completion cannot bring fields of its own. */
  private String filled(Prompt prompt, Completion completion) {
    return FIELD
        .matcher(template)
        .replaceAll(
            field ->
                java.util.regex.Matcher.quoteReplacement(
                    switch (field.group(1)) {
                      case "prompt" -> prompt.text();
                      case "answer" -> prompt.find(Prompt.ANSWER).orElse("");
                      default -> completion.text();
                    }));
  }

  @Override
  public Reward answer(String body) throws BadAnswer {
    String reply = reply(PlainJson.parse(body));
    String shown = reply.strip().replaceAll("\\s+", " ");
    String reason = shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown;
    String found = verdict(reply);
    if (found == null) {
      throw new BadAnswer("the judge gave no score: \"" + reason + "\"");
    }
    double score = Double.parseDouble(found);
    if (score < least || score > most) {
      throw new BadAnswer("the judge gave " + found + ", outside " + least + ".." + most);
    }
    return Reward.of(score, reason, found);
  }

  private static String verdict(String reply) {
    if (NUMBER.matcher(reply).matches()) {
      return reply.strip();
    }
    return SCORE
        .matcher(reply)
        .results()
        .map((MatchResult each) -> each.group(1))
        .reduce((first, second) -> second)
        .orElse(null);
  }

  private static String reply(JsonElement body) throws BadAnswer {
    try {
      return body.getAsJsonObject()
          .getAsJsonArray("choices")
          .get(0)
          .getAsJsonObject()
          .getAsJsonObject("message")
          .get("content")
          .getAsString();
    } catch (RuntimeException e) {
      throw new BadAnswer("the answer has no choices[0].message.content");
    }
  }

  @Override
  public String name() {
    String hash = Hashes.sha256(template).substring(0, 8);
    return "judge " + model + " at " + address + " (template " + hash + ")";
  }
}
