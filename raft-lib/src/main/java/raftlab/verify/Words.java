package raftlab.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import raftlab.verify.Node.Op;
import raftlab.verify.Node.Several;
import raftlab.verify.Node.Sym;
import raftlab.verify.Node.Text;

/** Plain words: how they are spelled, not what they mean. */
final class Words {

  private Words() {}

  /** Returns the text with single spaces and none at its ends. */
  static String collapsed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        out.append(c);
      } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    int end = out.length();
    return out.substring(0, end > 0 && out.charAt(end - 1) == ' ' ? end - 1 : end);
  }

  /** Returns what text answers are compared on: small letters, no spaces, no text wrappers. */
  static String plain(String normalised) {
    String bare = normalised.indexOf('\\') < 0 ? normalised : normalised.replace("\\text{", "{");
    StringBuilder out = new StringBuilder(bare.length());
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (c != ' ' && c != '{' && c != '}' && c != '.' && c != '\'' && c != '"') {
        out.append(c);
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  /** Returns whether words announce what follows them: "The answer is", "Area:". */
  static boolean announces(String words) {
    return words.endsWith(" is") || words.endsWith(" are") || words.endsWith(":");
  }

  /** A word in a wrapper and the same letters without one, which were read as a product. */
  static boolean spelledAlike(Node a, Node b) {
    String letters = letters(a);
    return letters != null && letters.equals(letters(b));
  }

  private static String letters(Node node) {
    if (node instanceof Text text) {
      return plain(text.words());
    }
    if (node instanceof Sym sym) {
      return sym.name().length() == 1 ? sym.name().toLowerCase(Locale.ROOT) : null;
    }
    if (!(node instanceof Op op) || !op.name().equals("*")) {
      return null;
    }
    StringBuilder all = new StringBuilder();
    for (Node arg : op.args()) {
      String part = letters(arg);
      if (part == null) {
        return null;
      }
      all.append(part);
    }
    return all.toString();
  }

  /** Returns the text with its wrappers gone, and spaces but those between digits. */
  static String unwrapped(String normalised) {
    StringBuilder out = new StringBuilder(normalised.length());
    int open = 0;
    for (int i = 0; i < normalised.length(); i++) {
      char c = normalised.charAt(i);
      if (normalised.startsWith("\\text{", i)) {
        open++;
        i += "\\text{".length() - 1;
      } else if (c == '}' && open > 0) {
        open--;
      } else if (c != ' ' || betweenDigits(normalised, i)) {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean betweenDigits(String text, int i) {
    return i > 0
        && i + 1 < text.length()
        && Character.isDigit(text.charAt(i - 1))
        && Character.isDigit(text.charAt(i + 1));
  }

  /** Returns words without the article before them. */
  static String withoutArticle(String words) {
    for (String article : new String[] {"an ", "a ", "the "}) {
      if (words.startsWith(article) && words.length() > article.length() + 2) {
        return words.substring(article.length());
      }
    }
    return words;
  }

  /** Words with commas in one wrapper are a list of words. */
  static Node listed(Node node) {
    if (!(node instanceof Text text) || text.words().indexOf(',') < 0) {
      return node;
    }
    List<Node> parts = new ArrayList<>();
    for (String part : text.words().split(",", -1)) {
      Budget.atMost(parts.size(), Budget.PARTS, "parts");
      parts.add(new Text(part.strip()));
    }
    return new Several(Several.Kind.LIST, parts);
  }

  /** Returns whether this is words: letters (two at least in a row), spaces and wrappers only. */
  static boolean areWords(String normalised) {
    String bare = normalised.replace("\\text{", "{");
    int letters = 0;
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
      } else if ("{} '-.\"".indexOf(c) < 0) {
        return false;
      }
    }
    return letters > 0 && (bare.length() < normalised.length() || letters > 2);
  }
}
