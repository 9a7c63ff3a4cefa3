package raftlab.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import raftlab.core.Suggest;
import raftlab.core.UserError;

/**
 * The built-in templates, as the papers and harnesses named in {@code datasets/} use them, and
 * templates read from files.
 */
public final class PromptTemplates {

  private static final String BOXED =
      "Please reason step by step, and put your final answer within \\boxed{}.";
  private static final String ASSISTANT = "<|im_end|>\n<|im_start|>assistant\n";
  private static final String SYSTEM =
      "<|im_start|>system\n" + BOXED + "<|im_end|>\n<|im_start|>user\n";
  private static final Map<String, PromptTemplate> BUILT_IN = builtIn();

  private PromptTemplates() {}

  /** Returns the names of the built-in templates, in the order of the help text. */
  public static Set<String> names() {
    return BUILT_IN.keySet();
  }

  /** Returns a built-in template, or the one in the file of that name. */
  public static PromptTemplate named(String nameOrFile) {
    PromptTemplate known = BUILT_IN.get(nameOrFile);
    if (known != null) {
      return known;
    }
    Path file = Path.of(nameOrFile);
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          "there is no template \"" + nameOrFile + "\" and no file of that name",
          "",
          Suggest.near(nameOrFile, names()));
    }
    try {
      return new PromptTemplate(nameOrFile, Files.readString(file));
    } catch (IOException e) {
      throw InputFile.unreadable(file, e);
    }
  }

  private static Map<String, PromptTemplate> builtIn() {
    Map<String, PromptTemplate> all = new LinkedHashMap<>();
    add(all, "boxed", "{problem}\n" + BOXED + "\n");
    add(all, "chat", "<|im_start|>user\n{problem}\n" + BOXED + ASSISTANT);
    add(all, "plain", "{problem}");
    add(all, "qwen-math", SYSTEM + "{problem}" + ASSISTANT);
    add(
        all,
        "minimal-rl",
        SYSTEM
            + "{problem} Let's think step by step and output the final answer within \\boxed{}."
            + ASSISTANT);
    add(all, "minimath", "Problem: {problem}\nSolution:");
    add(
        all,
        "multiple-choice",
        "{problem}\n{choices}\nPlease reason step by step, and put the letter of the right option"
            + " within \\boxed{}.\n");
    add(
        all,
        "mmlu-pro",
        "The following are multiple choice questions (with answers) about {subject}. Think step by"
            + " step and then finish your answer with \"the answer is (X)\" where X is the correct"
            + " letter choice.\n\nQuestion:\n{problem}\nOptions:\n{choices}\nAnswer: Let's think"
            + " step by step.");
    add(
        all,
        "gpqa",
        "Answer the following multiple choice question. The last line of your response should be"
            + " of the following format: 'Answer: $LETTER' (without quotes) where LETTER is one of"
            + " ABCD. Think step by step before answering.\n\n{problem}\n\n{choices}");
    return java.util.Collections.unmodifiableMap(all);
  }

  private static void add(Map<String, PromptTemplate> all, String name, String text) {
    all.put(name, new PromptTemplate(name, text));
  }
}
