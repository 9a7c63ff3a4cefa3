package raftlab.kernel.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import raftlab.core.UsageError;

/**
 * The words of a shell call, with the options that only a shell has taken out.
 *
 * @param tokens the command and its arguments
 * @param format how the result is printed
 * @param workspace the folder of named results
 * @param body the file with the command's body, {@code -} for standard input, null for none
 */
record ShellLine(List<String> tokens, Format format, Path workspace, String body) {

  private static final String FORMAT = "--format";
  private static final String WORKSPACE = "--workspace";
  private static final String BODY = "--body";
  private static final List<String> OWN = List.of(FORMAT, WORKSPACE, BODY);

  /** Commands whose {@code --format} is not how the result is printed but what is written. */
  private static final List<String> WITH_FORMAT = List.of("export");

  ShellLine {
    tokens = List.copyOf(tokens);
  }

  /**
   * Reads the words. Both {@code --name value} and {@code --name=value} are understood.
   *
   * @throws UsageError for an option without value, a repeated one, or an unknown format
   */
  static ShellLine of(List<String> words) {
    Map<String, String> own = new HashMap<>();
    List<String> rest = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      int equals = word.indexOf('=');
      String name = equals < 0 ? word : word.substring(0, equals);
      boolean commands =
          name.equals(FORMAT) && !rest.isEmpty() && WITH_FORMAT.contains(rest.get(0));
      if (!OWN.contains(name) || commands) {
        rest.add(word);
      } else if (equals >= 0) {
        put(own, name, word.substring(equals + 1));
      } else {
        i++;
        put(own, name, i < words.size() ? words.get(i) : "");
      }
    }
    return new ShellLine(
        command(rest),
        Format.of(own.getOrDefault(FORMAT, "text")),
        path(own.getOrDefault(WORKSPACE, ".raft")),
        own.get(BODY));
  }

  private static void put(Map<String, String> own, String name, String value) {
    if (value.isEmpty()) {
      throw new UsageError(name + " has no value", "", "Write it like " + name + " VALUE");
    }
    if (own.put(name, value) != null) {
      throw new UsageError(name + " is given twice", "", "Keep one of them");
    }
  }

  private static List<String> command(List<String> rest) {
    boolean help = rest.isEmpty() || rest.get(0).equals("--help") || rest.get(0).equals("-h");
    return help ? List.of("help") : rest;
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageError(WORKSPACE + " " + text + " is not a path: " + e.getReason());
    }
  }
}
