package raftlab.kernel.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import raftlab.data.DatasetCatalog;
import raftlab.data.DatasetDescriptor;
import raftlab.verify.Profile;

/**
 * The values an option or a parameter can take, as far as they can be listed: names of results and
 * notebook variables of a fitting type, constants of an enum, the candidates that its annotation
 * gives, files; else the words that its description lists as {@code a, b or c}.
 */
final class ArgumentValues {

  private static final Pattern LISTED =
      Pattern.compile("(?:.*: )?([\\w.+@-]+(?:, [\\w.+@-]+)*,? or [\\w.+@-]+)(?: \\(.*\\))?");

  /** What options and parameters are called that name a result. */
  private static final Map<String, Kind<?>> KINDS =
      Map.of(
          "policy", Kinds.POLICY,
          "data", Kinds.PROMPTS,
          "eval", Kinds.PROMPTS,
          "reward", Kinds.REWARD,
          "rollouts", Kinds.ROLLOUTS,
          "scored", Kinds.SCORED,
          "selection", Kinds.SELECTION);

  private final Workspace workspace;

  ArgumentValues(Workspace workspace) {
    this.workspace = workspace;
  }

  Stream<String> of(ArgSpec arg) {
    String name = name(arg);
    Class<?> type = arg.typeInfo().getType();
    if (KINDS.containsKey(name)) {
      return results(KINDS.get(name));
    }
    if (arg.completionCandidates() != null) {
      return StreamSupport.stream(arg.completionCandidates().spliterator(), false)
          .map(value -> type.isEnum() ? value.toLowerCase(Locale.ROOT) : value);
    }
    if (Path.class.isAssignableFrom(type)) {
      return files();
    }
    return switch (name) {
      case "verifier", "profile" -> Profile.names().stream();
      case "from" -> Stream.concat(described(arg), datasets());
      default -> described(arg);
    };
  }

  private static String name(ArgSpec arg) {
    String name = arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    return name.replaceAll("[^A-Za-z0-9-]", "").replaceFirst("^-+", "").toLowerCase(Locale.ROOT);
  }

  private Stream<String> results(Kind<?> kind) {
    return Stream.concat(
        workspace.names().of(kind).stream(), workspace.frontEnd().variables(kind.type()).stream());
  }

  private static Stream<String> datasets() {
    List<String> made = List.of("minimath", "mini-500", "mini-aime");
    return Stream.concat(
        made.stream(), DatasetCatalog.builtIn().all().stream().map(DatasetDescriptor::id));
  }

  private static Stream<String> files() {
    try (Stream<Path> here = Files.list(Path.of(""))) {
      return here.map(Path::toString).filter(name -> !name.startsWith(".")).toList().stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static Stream<String> described(ArgSpec arg) {
    Matcher listed = LISTED.matcher(String.join(" ", arg.description()));
    return listed.matches() ? Arrays.stream(listed.group(1).split(",? or |, ")) : Stream.empty();
  }
}
