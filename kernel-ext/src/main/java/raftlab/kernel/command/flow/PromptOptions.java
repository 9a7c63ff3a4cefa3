package raftlab.kernel.command.flow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import raftlab.core.Checks;
import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.core.Suggest;
import raftlab.core.UsageError;
import raftlab.core.UserError;
import raftlab.data.BenchmarkLoader;
import raftlab.data.ContentHash;
import raftlab.data.DatasetCatalog;
import raftlab.data.DatasetDescriptor;
import raftlab.data.DatasetFile;
import raftlab.data.PromptFile;
import raftlab.data.PromptTemplate;
import raftlab.data.PromptTemplates;
import raftlab.data.UserCopy;
import raftlab.data.dialogue.Dialogue;
import raftlab.data.minimath.MiniMath;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;

/** Which prompts, and how a row becomes what the policy reads. */
final class PromptOptions {

  private static final List<String> GENERATED =
      List.of(
          "minimath",
          "toy",
          "mini-500",
          "mini-aime",
          "dialogue",
          "dialogue-test",
          "dialogue-pairs");
  private static final int GENERATED_PROMPTS = 4096;

  @Option(
      names = "--from",
      defaultValue = "minimath",
      description = "data set (data list), generated problems, or a JSONL, JSON or CSV file")
  String from;

  @Option(names = "--prompt", description = "column of the problem (found by its name)")
  String prompt;

  @Option(
      names = "--answer",
      description = "column of the reference answer, - for none (found by its name)")
  String answer;

  @Option(
      names = "--template",
      description = "prompt template or file (a data set's own; boxed for files)")
  String template;

  @Option(names = "--limit", defaultValue = "0", description = "first so many prompts (0: all)")
  int limit;

  @Option(
      names = "--max-prompt-tokens",
      defaultValue = "0",
      description = "drop longer prompts, by the last model's tokens (0: keep all)")
  int maxTokens;

  /**
   * Returns the prompts that another command's {@code --data} means: a name, else a data set or a
   * file, which is then not stored.
   *
   * @param data null for the last named ones
   */
  static PromptSet named(Session session, String data) {
    boolean unnamed = data != null && !session.names().of(Kinds.PROMPTS).contains(data);
    if (unnamed && (DatasetCatalog.builtIn().contains(data) || PromptFile.isFile(data))) {
      PromptOptions options = new PromptOptions();
      options.from = data;
      return options.read(session, new DataSets(session, Optional.empty(), false)).named(data);
    }
    return session.get(Kinds.PROMPTS, data);
  }

  /** Loads, cuts and stores the prompts. */
  PromptSet load(Session session, DataSets sets, String name) {
    PromptSet all = read(session, sets);
    List<Prompt> kept = all.prompts();
    if (maxTokens > 0) {
      kept = PromptLengths.atMost(maxTokens, kept, session);
    }
    kept = first(kept);
    if (kept.isEmpty()) {
      throw new UserError(
          "no prompt of " + from + " has at most " + maxTokens + " tokens",
          "",
          "Give a larger --max-prompt-tokens");
    }
    String hash = kept.size() == all.size() ? all.sha256() : ContentHash.of(kept);
    return session.keep(Kinds.PROMPTS, name, all.named(name).having(kept, hash));
  }

  /** Returns the first so many of a list as {@code --limit} says. */
  <T> List<T> first(List<T> all) {
    checkLimit();
    return limit > 0 && limit < all.size() ? all.subList(0, limit) : all;
  }

  private void checkLimit() {
    Checks.usage(
        limit >= 0, "--limit " + limit + " is not a number of prompts", "", "Give 1 or more, or 0");
  }

  private PromptSet read(Session session, DataSets sets) {
    checkLimit();
    return switch (from) {
      case "minimath", "toy" -> MiniMath.train(limit > 0 ? limit : GENERATED_PROMPTS, 1);
      case "mini-500" -> MiniMath.mini500();
      case "mini-aime" -> MiniMath.miniAime();
      case "dialogue" -> town("train", Dialogue.train(1));
      case "dialogue-test" -> heldOutDialogue();
      case "dialogue-pairs" -> town("held out, pairs of groups", Dialogue.paired());
      default -> DatasetCatalog.builtIn().contains(from) ? benchmark(session, sets) : file(session);
    };
  }

  static PromptSet heldOutDialogue() {
    return town("held out", Dialogue.heldOut());
  }

  private static PromptSet town(String part, List<Prompt> prompts) {
    return Dialogue.set("dialogue", part, ContentHash.of(prompts), prompts);
  }

  private PromptSet benchmark(Session session, DataSets sets) {
    DatasetDescriptor descriptor = DatasetCatalog.builtIn().get(from);
    if (descriptor.kind().equals("rollouts")) {
      throw new UserError(
          from + " holds completions, not prompts", "", "Import them: data import " + from);
    }
    if (prompt != null || answer != null) {
      throw new UsageError(
          "--prompt and --answer are for files of your own",
          from + " has its columns in its descriptor",
          "Leave them out");
    }
    DatasetFile file = sets.file(descriptor);
    Path place = sets.require(descriptor, file);
    return BenchmarkLoader.load(
        descriptor, file, place, template(descriptor), session.options().seed());
  }

  private PromptSet file(Session session) {
    if (!PromptFile.isFile(from)) {
      List<String> known =
          Stream.concat(
                  GENERATED.stream(),
                  DatasetCatalog.builtIn().all().stream().map(DatasetDescriptor::id))
              .distinct()
              .toList();
      throw new UserError(
          "there is no data set \"" + from + "\"",
          Suggest.near(from, known),
          "A file needs its ending, such as prompts.jsonl");
    }
    Path path = Path.of(from);
    Optional<DatasetDescriptor> copy = prompt == null ? UserCopy.of(path) : Optional.empty();
    if (copy.isPresent()) {
      return BenchmarkLoader.load(copy.get(), path, template(copy.get()), session.options().seed());
    }
    return new PromptFile(Optional.ofNullable(prompt), Optional.ofNullable(answer))
        .read(path, PromptTemplates.named(template == null ? "boxed" : template));
  }

  private PromptTemplate template(DatasetDescriptor descriptor) {
    boolean choices = descriptor.answerType().startsWith("letter");
    String usual = choices ? "multiple-choice" : "boxed";
    return PromptTemplates.named(template == null ? usual : template);
  }
}
