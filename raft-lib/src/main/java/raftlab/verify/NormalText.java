package raftlab.verify;

/**
 * The normalised answer while it is written: keeps names apart that would run together, drops
 * braces that say nothing, and knows which comma may part thousands.
 */
final class NormalText {

  private final StringBuilder text;
  private int macroEnd = -1;
  private int scriptEnd = -1;
  private int grouped = -1;
  private int brackets;
  private boolean space;

  NormalText(int capacity) {
    this.text = new StringBuilder(capacity);
  }

  /** Notes a space; it is written only where two names or numbers would run together. */
  void space() {
    space = true;
  }

  void noSpace() {
    space = false;
  }

  void put(char c) {
    int end = text.length();
    if (end > 0 && Character.isLetterOrDigit(c)) {
      boolean afterMacro = end == macroEnd && Character.isLetter(c);
      boolean afterScript = end == scriptEnd && Character.isDigit(c);
      if (afterMacro
          || afterScript
          || (space && Character.isLetterOrDigit(text.charAt(end - 1)) && end != macroEnd)) {
        text.append(' ');
      }
    }
    space = false;
    text.append(c);
  }

  void put(String piece) {
    if (piece.isEmpty()) {
      return;
    }
    put(piece.charAt(0));
    text.append(piece, 1, piece.length());
    if (piece.length() > 1
        && piece.charAt(0) == '\\'
        && Character.isLetter(piece.charAt(piece.length() - 1))) {
      macroEnd = text.length();
    }
  }

  /** Writes a bracket; commas inside brackets part a list rather than thousands. */
  void bracket(String piece, boolean opens) {
    brackets += opens ? 1 : -1;
    put(piece);
  }

  /** Begins a brace group and returns its place for {@link #close}. */
  int open() {
    int start = text.length();
    put('{');
    return start;
  }

  /** Closes a group; empty ones go, and so do braces around a short exponent or subscript. */
  void close(int start) {
    space = false;
    int length = text.length() - start - 1;
    if (length == 0) {
      text.setLength(start);
    } else if (length == 1 && ":=<>".indexOf(text.charAt(start + 1)) >= 0) {
      text.deleteCharAt(start);
    } else if (start == 0 || "^_".indexOf(text.charAt(start - 1)) < 0 || !shortened(start)) {
      text.append('}');
    }
  }

  private boolean shortened(int start) {
    int length = text.length() - start - 1;
    if (text.charAt(start - 1) == '_' && words(start)) {
      return true;
    }
    if (length > "\\circ".length()) {
      return false;
    }
    String content = text.substring(start + 1);
    boolean bare = length == 1 || content.equals("\\circ");
    if (bare) {
      text.setLength(content.equals("'") ? start - 1 : start);
      put(content);
      space = false;
      scriptEnd = text.length();
    }
    return bare;
  }

  /** A subscript of one wrapped word is that word: {@code T_{\text{s}}} is {@code T_s}. */
  private boolean words(int start) {
    int inner = start + 1 + "\\text{".length();
    int last = text.length() - 1;
    boolean wrapped =
        text.indexOf("\\text{", start) == start + 1
            && text.charAt(last) == '}'
            && text.indexOf("}", inner) == last;
    if (!wrapped) {
      return false;
    }
    String word = text.substring(inner, last);
    text.setLength(word.length() == 1 ? start : start + 1);
    text.append(word);
    if (word.length() > 1) {
      text.append('}');
    }
    scriptEnd = text.length();
    return true;
  }

  /** Closes the braces given to an argument that had none. */
  void closeArgument() {
    text.append('}');
  }

  void openArgument() {
    text.append('{');
    space = false;
  }

  boolean endsInDigit() {
    int end = text.length();
    return end > 0 && digit(end - 1);
  }

  /** Returns whether a decimal with three places or more was written last. */
  boolean endsInDecimals() {
    int start = text.length();
    while (start > 0 && digit(start - 1)) {
      start--;
    }
    return text.length() - start > 2 && start > 0 && text.charAt(start - 1) == '.';
  }

  boolean isEmpty() {
    return text.length() == 0;
  }

  boolean endsInValue() {
    int end = text.length();
    return end > 0
        && (Character.isLetterOrDigit(text.charAt(end - 1)) || text.charAt(end - 1) == ')');
  }

  boolean spaced() {
    return space;
  }

  boolean bracketed() {
    return brackets > 0;
  }

  /** The digits written last are one to three, or three since the comma before. */
  boolean thousands() {
    int end = text.length();
    int start = end;
    while (start > 0 && start > grouped && digit(start - 1)) {
      start--;
    }
    int length = end - start;
    if (start == grouped) {
      return length == 3;
    }
    boolean decimals = start > 0 && text.charAt(start - 1) == '.';
    return length <= 3 && !decimals && text.charAt(start) != '0';
  }

  /** Notes that a separator of thousands stood here. */
  void separated() {
    grouped = text.length();
  }

  private boolean digit(int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /** Returns what was written without punctuation at its ends. */
  String trimmed() {
    return Punctuation.trimmed(text);
  }
}
