package raftlab.kernel.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;
import raftlab.core.Suggest;
import raftlab.core.UserError;

/** Says what the parser found wrong in the words of our error text. */
final class ParseErrors {

  /** What other programs call our options. */
  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("rounds", "--iterations"),
          Map.entry("steps", "--iterations"),
          Map.entry("samples", "-k"),
          Map.entry("num-samples", "-k"),
          Map.entry("learning-rate", "--lr"),
          Map.entry("batch-size", "--batch"),
          Map.entry("max-tokens", "--max-new-tokens"),
          Map.entry("model", "--policy"),
          Map.entry("dataset", "--data"),
          Map.entry("input", "--in"),
          Map.entry("output", "--out"));

  private ParseErrors() {}

  static UserError explain(ParameterException e, String command, String prefix) {
    CommandSpec spec = e.getCommandLine().getCommandSpec();
    String help = "See " + prefix + " help " + command;
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unmatched(unmatched.getUnmatched().get(0), spec, command, help);
    }
    if (e instanceof MissingParameterException missing) {
      return new UserError(
          "`" + command + "` needs " + labels(missing.getMissing()) + missingValue(missing),
          "",
          help);
    }
    if (e instanceof OverwrittenOptionException twice) {
      return new UserError(
          name(twice.getOverwritten()) + " is given twice for `" + command + "`",
          "",
          "Keep one of them");
    }
    if (e.getCause() instanceof UserError cause) {
      return new UserError(
          name(e.getArgSpec()) + " " + e.getValue() + ": " + cause.what(),
          cause.known(),
          cause.advice());
    }
    if (e.getArgSpec() != null && e.getValue() != null) {
      return badValue(e);
    }
    return new UserError(e.getMessage(), "", help);
  }

  private static UserError unmatched(String token, CommandSpec spec, String command, String help) {
    if (!token.startsWith("-") || token.equals("-")) {
      return new UserError("`" + command + "` has no use for `" + token + "`", "", help);
    }
    String option = token.contains("=") ? token.substring(0, token.indexOf('=')) : token;
    return new UserError(
        "unknown option " + option + " for `" + command + "`", near(option, spec), "");
  }

  /** Compares names without their dashes, which say little; `--kk` is nearer to `-k` then. */
  private static String near(String option, CommandSpec spec) {
    Map<String, String> byWord = new TreeMap<>();
    for (OptionSpec each : spec.options()) {
      for (String name : each.names()) {
        byWord.put(bare(name), name);
      }
    }
    String word = bare(option);
    String ours = ELSEWHERE.get(word);
    if (ours != null && byWord.containsKey(bare(ours))) {
      return "Did you mean " + ours + "?";
    }
    return Suggest.nearest(word, byWord.keySet())
        .filter(found -> found.length() > 2 || found.charAt(0) == word.charAt(0))
        .map(found -> "Did you mean " + byWord.get(found) + "?")
        .orElseGet(() -> Suggest.near(option, byWord.values()));
  }

  private static String bare(String option) {
    return option.replaceFirst("^-+(?=.)", "");
  }

  private static UserError badValue(ParameterException e) {
    String value = e.getValue();
    Class<?> type = e.getArgSpec().typeInfo().getType();
    String given = name(e.getArgSpec()) + " " + value;
    if (type.isEnum()) {
      List<String> known = new ArrayList<>();
      for (Object constant : type.getEnumConstants()) {
        known.add(constant.toString());
      }
      return new UserError(
          given + " is not one of its values", "Known: " + String.join(", ", known), "");
    }
    return new UserError(given + " cannot be read as " + e.getArgSpec().paramLabel(), "", "");
  }

  private static String missingValue(MissingParameterException e) {
    boolean option = e.getMissing().stream().allMatch(ArgSpec::isOption);
    boolean given =
        option && e.getMessage() != null && e.getMessage().contains("parameter for option");
    return given ? " with a value" : "";
  }

  private static String labels(List<ArgSpec> missing) {
    return missing.stream().map(ParseErrors::name).collect(Collectors.joining(" and "));
  }

  private static String name(ArgSpec spec) {
    return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
  }
}
