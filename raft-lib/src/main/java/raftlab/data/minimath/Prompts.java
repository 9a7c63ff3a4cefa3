package raftlab.data.minimath;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.TemplateId;
import raftlab.data.PromptTemplate;

/** Turns problems into prompts and prompts into a set with the hash of its content. */
final class Prompts {

  private static final TemplateId TEMPLATE =
      new PromptTemplate("minimath", MiniMathTemplate.TEXT).id();

  private Prompts() {}

  static Prompt prompt(String id, Problem problem) {
    Solution solution = problem.solution();
    return new Prompt(
        id,
        MiniMathTemplate.render(problem.question()),
        Map.of(
            "problem",
            problem.question(),
            Prompt.ANSWER,
            solution.answer(),
            "solution",
            solution.boxed(),
            "subject",
            problem.family().subject().label(),
            "level",
            Integer.toString(problem.level()),
            "family",
            problem.family().name()));
  }

  static PromptSet set(String name, String source, List<Prompt> prompts) {
    return new PromptSet(name, source, sha256(prompts), TEMPLATE, prompts);
  }

  private static String sha256(List<Prompt> prompts) {
    MessageDigest digest = digest();
    for (Prompt prompt : prompts) {
      String row = prompt.id() + '\t' + prompt.text() + '\t' + new TreeMap<>(prompt.columns());
      digest.update((row + '\n').getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
