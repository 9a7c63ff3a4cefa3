package raftlab.kernel.command;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a magic line into words exactly as JJava and IJava do, so that a line means the same in
 * our kernel: blanks separate, double quotes hold together and end a word when they close, and a
 * backslash stays only if doubled. A single one waits, however far, for the next quote and makes it
 * a letter.
 */
final class HostSplit {

  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean quoted;
  private boolean escaped;

  private HostSplit() {}

  static List<String> of(String line) {
    HostSplit split = new HostSplit();
    line.strip().chars().forEach(c -> split.read((char) c));
    split.endWord(false);
    return split.words;
  }

  private void read(char c) {
    if (c == '\\') {
      readBackslash();
    } else if (c == '"') {
      readQuote();
    } else if (!quoted && (c == ' ' || c == '\t')) {
      endWord(false);
    } else {
      word.append(c);
    }
  }

  private void readBackslash() {
    if (escaped) {
      word.append('\\');
    }
    escaped = !escaped;
  }

  private void readQuote() {
    if (escaped) {
      word.append('"');
      escaped = false;
      return;
    }
    if (quoted) {
      endWord(true);
    }
    quoted = !quoted;
  }

  private void endWord(boolean evenIfEmpty) {
    if (evenIfEmpty || word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
