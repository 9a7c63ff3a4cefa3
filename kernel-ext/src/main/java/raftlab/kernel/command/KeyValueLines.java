package raftlab.kernel.command;

import java.util.LinkedHashMap;
import java.util.Map;
import raftlab.core.UserError;

/**
 * Reads {@code key: value} lines, as in raft.yaml and in the bodies of {@code %%raft config} and
 * {@code %%raft run}. Blank lines and lines that start with {@code #} say nothing; a value may be
 * in double quotes. This is the flat part of YAML; nesting is refused with the line.
 */
public final class KeyValueLines {

  private KeyValueLines() {}

  /**
   * Returns the pairs in the order of the text.
   *
   * @param source what messages call the text, such as {@code raft.yaml}
   */
  public static Map<String, String> read(String text, String source) {
    Map<String, String> pairs = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.strip().startsWith("#")) {
        continue;
      }
      int colon = line.indexOf(':');
      String value = colon < 0 ? "" : value(line.substring(colon + 1));
      if (colon < 1 || value.isEmpty() || Character.isWhitespace(line.charAt(0))) {
        throw new UserError(
            "line " + number + " of " + source + " is not `key: value`: " + line.strip(),
            "",
            "Write one setting per line, without nesting");
      }
      String key = line.substring(0, colon).strip();
      if (pairs.put(key, value) != null) {
        throw new UserError(
            "line " + number + " of " + source + " sets " + key + " again", "", "Keep one of them");
      }
    }
    return pairs;
  }

  private static String value(String raw) {
    String text = raw.strip();
    boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
    if (quoted) {
      return text.substring(1, text.length() - 1);
    }
    int comment = text.indexOf(" #");
    return comment < 0 ? text : text.substring(0, comment).strip();
  }
}
