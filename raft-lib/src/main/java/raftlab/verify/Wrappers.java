package raftlab.verify;

import java.util.Locale;

/**
 * Macros whose argument is a word: wrappers such as {@code \text{...}}, whose words are told from
 * mathematics that only looks upright, and the begin and end of an environment.
 */
final class Wrappers {

  private Wrappers() {}

  /** Words stay together; what looks like mathematics inside the wrapper is read as mathematics. */
  static void words(String wrapper, Normaliser pass) {
    pass.in.skipSpace();
    String inner = pass.in.group();
    if (inner == null) {
      pass.unwrap();
    } else if (mathematical(inner, wrapper)) {
      pass.out.space();
      pass.unwrap();
      pass.out.space();
    } else {
      pass.in.skipGroup();
      plain(Words.collapsed(inner.replace('~', ' ')), pass.out);
    }
  }

  private static void plain(String words, NormalText out) {
    if (words.isEmpty() || (out.isEmpty() && Words.announces(words))) {
      out.space();
    } else {
      out.put("\\text{" + words + "}");
    }
  }

  private static boolean mathematical(String content, String wrapper) {
    for (int k = 0; k < content.length(); k++) {
      char c = content.charAt(k);
      if ((c >= '0' && c <= '9')
          || c == '='
          || c == '$'
          || (c == '\\' && !content.startsWith("\\ ", k))) {
        return true;
      }
    }
    String bare = content.strip();
    boolean upright = wrapper.equals("mathrm") || wrapper.equals("operatorname");
    boolean constant = bare.equals("i") || bare.equals("e") || bare.equals("d");
    return (wrapper.equals("mathrm") && constant)
        || (upright && Functions.isFunction(bare))
        || bare.equals("%");
  }

  /** Keeps the environments that the parser reads and drops the others, with their columns. */
  static void environment(String which, WrittenAnswer in, NormalText out) {
    in.skipSpace();
    String group = in.group();
    if (group == null) {
      out.put("\\" + which);
      return;
    }
    in.skipGroup();
    String name = group.replace("*", "").strip().toLowerCase(Locale.ROOT);
    if (name.equals("array") && which.equals("begin")) {
      in.skipSpace();
      in.skipGroup();
    }
    String kept = spelled(which, name);
    if (kept.equals(" ")) {
      out.space();
    } else {
      out.put(kept);
    }
  }

  /** Returns the one spelling of the begin or end of an environment, or a space to drop it. */
  private static String spelled(String which, String name) {
    return switch (name) {
      case "pmatrix", "bmatrix", "matrix", "smallmatrix", "array" -> "\\" + which + "{matrix}";
      case "vmatrix", "cases" -> "\\" + which + "{" + name + "}";
      default -> " ";
    };
  }
}
