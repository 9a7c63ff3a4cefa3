package raftlab.verify;

/** Tells words in a wrapper such as {@code \text{...}} from mathematics in one. */
final class Wrappers {

  private Wrappers() {}

  /** Returns whether the content of a wrapper is mathematics that only looks upright. */
  static boolean mathematical(String content, String wrapper) {
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

  /** Returns the one spelling of the begin or end of an environment, or a space to drop it. */
  static String environment(String which, String name) {
    return switch (name) {
      case "pmatrix", "bmatrix", "matrix", "smallmatrix", "array" -> "\\" + which + "{matrix}";
      case "vmatrix", "cases" -> "\\" + which + "{" + name + "}";
      default -> " ";
    };
  }
}
