package raftlab.kernel.command;

import java.util.ArrayList;
import java.util.List;
import raftlab.core.UsageError;

/**
 * The words of a magic line, after the traps of the notebook kernels' own splitting: they keep a
 * closing semicolon and comments as arguments, know no single quotes and drop backslashes.
 *
 * @param words the command's name and its arguments
 * @param note what was left out and why; empty if nothing was
 */
public record MagicWords(List<String> words, String note) {

  private static final String QUOTES = "Use double quotes, as in --tag \"a b\"";

  public MagicWords {
    words = List.copyOf(words);
  }

  /** Splits a line as the notebook kernels do, and then reads its words by {@link #of}. */
  public static MagicWords split(String line) {
    return of(HostSplit.of(line));
  }

  /**
   * Reads words that a notebook kernel has split.
   *
   * @throws UsageError for a word that the kernel's splitting has damaged
   */
  public static MagicWords of(List<String> split) {
    List<String> words = new ArrayList<>(split);
    int comment = words.indexOf("//");
    String note = "";
    if (comment >= 0) {
      String dropped = String.join(" ", words.subList(comment, words.size()));
      note = "left out the comment `" + dropped + "`";
      words = words.subList(0, comment);
    }
    dropSemicolon(words);
    words.forEach(MagicWords::check);
    return new MagicWords(words, note);
  }

  private static void dropSemicolon(List<String> words) {
    int last = words.size() - 1;
    if (last < 0 || !words.get(last).endsWith(";")) {
      return;
    }
    String word = words.remove(last);
    if (word.length() > 1) {
      words.add(word.substring(0, word.length() - 1));
    }
  }

  private static void check(String word) {
    if (word.startsWith("'")) {
      throw refused("single quotes do not quote: " + word, "", QUOTES);
    }
    if (word.contains("\"")) {
      throw refused(
          "a stray quote in " + word,
          "an odd backslash before it made the quote a letter",
          "Double each backslash, or put LaTeX and patterns in a %%raft body or a file");
    }
    if (word.endsWith(";")) {
      throw refused(
          "`" + word + "` ends in a semicolon inside the line",
          "everything to the end of the line belongs to the magic",
          "Write one magic per line, and Java on its own line");
    }
  }

  private static UsageError refused(String what, String known, String advice) {
    return new UsageError(what, known, advice);
  }
}
