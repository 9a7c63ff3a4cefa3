package raftlab.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import raftlab.verify.Node.Several;
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
