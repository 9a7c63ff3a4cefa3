package raftlab.kernel.jshell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import raftlab.core.UserError;

/**
 * Turns the magics of a cell into calls of {@link Magics}, one line for one line, so that the
 * compiler's line numbers stay right. Only {@code raft} is a magic; any other {@code %} is Java's.
 * A cell magic may stand below blank lines and line comments, and needs no body.
 */
final class MagicLines {

  private static final Pattern CELL =
      Pattern.compile(
          "(?:[ \\t]*(?://[^\\n]*)?\\n)*[ \\t]*%%(\\w+)([^\\n]*)(?:\\n(.*))?", Pattern.DOTALL);
  private static final Pattern LATE = Pattern.compile("^\\s*%%raft\\b");
  private static final Pattern LINE = Pattern.compile("^(\\s*|.*=\\s*)%raft(?![\\w.])(.*)$");
  private static final String CALL = Magics.class.getName();

  private MagicLines() {}

  /**
   * Returns the Java text of a cell.
   *
   * @throws UserError for a cell magic of another name or in the middle of a cell
   */
  static String resolve(String cell) {
    String source = cell.replace("\r\n", "\n");
    Matcher matcher = CELL.matcher(source);
    return matcher.matches() ? cellMagic(matcher) : lineMagics(source);
  }

  /** Returns whether the cell has a magic. */
  static boolean any(String cell) {
    return CELL.matcher(cell).matches() || cell.lines().anyMatch(MagicLines::line);
  }

  private static boolean line(String line) {
    return LINE.matcher(line).matches();
  }

  private static String cellMagic(Matcher cell) {
    String name = cell.group(1);
    if (!name.equals("raft")) {
      throw new UserError("no cell magic is called %%" + name, "the only one here is %%raft", "");
    }
    String body = cell.group(3) == null ? "" : cell.group(3);
    return CALL + ".cell(" + literal(cell.group(2)) + ", " + literal(body) + ");";
  }

  private static String lineMagics(String source) {
    StringBuilder java = new StringBuilder();
    boolean inText = false;
    for (String line : source.split("\n", -1)) {
      java.append(inText ? line : lineMagic(line)).append('\n');
      inText ^= (line.split("\"\"\"", -1).length - 1) % 2 == 1;
    }
    return java.substring(0, java.length() - 1);
  }

  private static String lineMagic(String line) {
    if (LATE.matcher(line).find()) {
      throw new UserError(
          "%%raft stands inside a cell", "", "Put it at the top of a cell of its own");
    }
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches() || inStringOrComment(matcher.group(1))) {
      return line;
    }
    String before = matcher.group(1);
    String method = before.isBlank() ? ".show(" : ".value(";
    return before + CALL + method + literal(matcher.group(2)) + ");";
  }

  private static boolean inStringOrComment(String before) {
    boolean quoted = false;
    for (int i = 0; i < before.length(); i++) {
      char c = before.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && before.startsWith("//", i)) {
        return true;
      }
    }
    return quoted;
  }

  /** Text as a Java literal that needs no escapes; {@link Magics#decode} reads it. */
  private static String literal(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return '"' + Base64.getEncoder().encodeToString(bytes) + '"';
  }
}
