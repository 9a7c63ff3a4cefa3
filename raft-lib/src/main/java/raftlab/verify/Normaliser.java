package raftlab.verify;

import java.util.Locale;

/**
 * Brings an answer to one spelling in one pass, the same for both sides: spacing and sizing macros
 * go, fractions get their braces, thousands separators go, Unicode signs become macros, words in
 * any wrapper become {@code \text{...}}. The result is what strings are compared on and what the
 * parser reads.
 */
final class Normaliser {

  private final String in;
  private final boolean decimalComma;
  private final boolean oddDollars;
  private final boolean environments;
  private final Braces braces;
  private final StringBuilder out;
  private int i;
  private int depth;
  private int brackets;
  private int grouped = -1;
  private int macroEnd = -1;
  private boolean space;

  private Normaliser(String in, boolean decimalComma) {
    this.in = in;
    this.decimalComma = decimalComma;
    this.oddDollars = odd(in);
    this.environments = in.contains("\\begin");
    this.braces = new Braces(in);
    this.out = new StringBuilder(in.length() + 8);
  }

  /** Returns the one spelling of an answer. */
  static String normalise(String answer, boolean decimalComma) {
    Normaliser normaliser = new Normaliser(answer, decimalComma);
    normaliser.run();
    return Punctuation.trimmed(normaliser.out);
  }

  private void run() {
    while (i < in.length()) {
      if (in.charAt(i) == '}' && depth > 0) {
        return;
      }
      step();
    }
  }

  private void step() {
    char c = in.charAt(i);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
      put(c);
      i++;
    } else if (c == ' ' || c == '~' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      space = true;
      i++;
    } else if (c == '\\') {
      macro();
    } else if (c == '{') {
      group();
    } else if (c == ',' || c == '.') {
      separator(c);
    } else if (c == '$') {
      dollar();
    } else {
      sign(c);
    }
  }

  private void put(char c) {
    int end = out.length();
    if (end > 0 && Character.isLetterOrDigit(c)) {
      boolean afterMacro = end == macroEnd && Character.isLetter(c);
      if (afterMacro
          || (space && Character.isLetterOrDigit(out.charAt(end - 1)) && end != macroEnd)) {
        out.append(' ');
      }
    }
    space = false;
    out.append(c);
  }

  private void put(String text) {
    if (text.isEmpty()) {
      return;
    }
    put(text.charAt(0));
    out.append(text, 1, text.length());
    if (text.length() > 1
        && text.charAt(0) == '\\'
        && Character.isLetter(text.charAt(text.length() - 1))) {
      macroEnd = out.length();
    }
  }

  private void sign(char c) {
    i++;
    String replacement = c == '%' || c > 127 ? Macros.sign(c) : null;
    if (replacement != null) {
      put(replacement);
    } else if (c == '√') {
      root();
    } else if (c > 127 && Character.isDigit(c)) {
      put((char) ('0' + Character.digit(c, 10)));
    } else if (c == '<' || c == '>' || c == '!') {
      comparison(c);
    } else if (Character.getType(c) != Character.FORMAT && !Character.isISOControl(c)) {
      bracket(c);
      put(c);
    }
  }

  private void bracket(char c) {
    if (c == '(' || c == '[') {
      brackets++;
    } else if (c == ')' || c == ']') {
      brackets--;
    }
  }

  /** {@code <=}, {@code >=} and {@code !=}. */
  private void comparison(char c) {
    if (i < in.length() && in.charAt(i) == '=') {
      i++;
      put(c == '<' ? "\\le" : c == '>' ? "\\ge" : "\\ne");
    } else {
      put(c);
    }
  }

  private void root() {
    put("\\sqrt");
    argument();
  }

  /** A dollar sign is a delimiter, but one left over before a digit is money. */
  private void dollar() {
    i++;
    if (oddDollars && i < in.length() && (Character.isDigit(in.charAt(i)) || in.charAt(i) == '.')) {
      put("\\$");
    } else {
      space = true;
    }
  }

  private void group() {
    if (in.startsWith("{,}", i)) {
      i += 2;
      separator(',');
      i = in.charAt(Math.min(i, in.length() - 1)) == '}' ? i + 1 : i;
      return;
    }
    i++;
    open();
    int start = out.length();
    put('{');
    run();
    depth--;
    if (i < in.length()) {
      i++;
      close(start);
    }
  }

  private void open() {
    depth++;
    Budget.atMost(depth, Budget.DEPTH, "levels of nesting");
  }

  /** Closes a group; empty ones go, and so do braces around a short exponent or subscript. */
  private void close(int start) {
    int length = out.length() - start - 1;
    boolean script =
        start > 0 && length <= "\\circ".length() && "^_".indexOf(out.charAt(start - 1)) >= 0;
    String content = script ? out.substring(start + 1) : "";
    if (length == 0) {
      out.setLength(start);
    } else if (script
        && (content.length() == 1 || content.equals("\\circ") || content.equals("'"))) {
      out.setLength(start);
      if (content.equals("'") && out.charAt(start - 1) == '^') {
        out.setLength(start - 1);
      }
      put(content);
    } else {
      out.append('}');
    }
    space = false;
  }

  /** Gives an argument its braces: {@code \frac38} is {@code \frac{3}{8}}. */
  private void argument() {
    skipSpace();
    if (i >= in.length() || in.charAt(i) == '}') {
      return;
    }
    if (in.charAt(i) == '{') {
      group();
      return;
    }
    out.append('{');
    space = false;
    open();
    step();
    depth--;
    out.append('}');
  }

  private void skipSpace() {
    while (i < in.length() && Character.isWhitespace(in.charAt(i))) {
      i++;
    }
  }

  private void macro() {
    i++;
    if (i >= in.length()) {
      return;
    }
    char c = in.charAt(i);
    if (c == '\\' && i + 1 < in.length() && Character.isLetter(in.charAt(i + 1)) && !environments) {
      i++;
      c = in.charAt(i);
    }
    if (!Character.isLetter(c) || c > 127) {
      i++;
      escaped(c);
      return;
    }
    int start = i;
    while (i < in.length() && in.charAt(i) < 128 && Character.isLetter(in.charAt(i))) {
      i++;
    }
    named(in.substring(start, i));
  }

  private void escaped(char c) {
    switch (c) {
      case '{', '}' -> {
        brackets += c == '{' ? 1 : -1;
        put("\\" + c);
      }
      case '$', '%', '\\' -> put("\\" + c);
      case ' ', '>' -> space = true;
      case ',', ';', ':' -> space |= !digitsAround();
      case '!', '(', ')', '[', ']', '/' -> {}
      case '|' -> put('|');
      default -> put(c);
    }
  }

  /** A thin space between digits is a thousands separator. */
  private boolean digitsAround() {
    int end = out.length();
    return end > 0
        && Character.isDigit(out.charAt(end - 1))
        && i < in.length()
        && Character.isDigit(in.charAt(i));
  }

  private void named(String name) {
    if (Macros.TEXT.contains(name)) {
      words(name);
    } else if (Macros.SILENT.contains(name)) {
      skipGroup();
    } else if (Macros.STYLE.contains(name)) {
      unwrap();
    } else if (name.equals("begin") || name.equals("end")) {
      environment(name);
    } else {
      replaced(name);
    }
  }

  private void replaced(String name) {
    String replacement = Macros.named(name);
    String kept = replacement == null ? "\\" + name : replacement;
    if (name.equals("left") || name.equals("right")) {
      skipSpace();
      i = i < in.length() && in.charAt(i) == '.' ? i + 1 : i;
    } else if (kept.equals(" ")) {
      space = true;
    } else {
      if (name.equals("lbrace") || name.equals("rbrace")) {
        brackets += name.equals("lbrace") ? 1 : -1;
      }
      put(kept);
      arguments(kept);
    }
  }

  private void arguments(String macro) {
    switch (macro) {
      case "\\frac", "\\binom" -> {
        argument();
        argument();
      }
      case "\\sqrt" -> {
        skipSpace();
        if (i < in.length() && in.charAt(i) == '[') {
          order();
        }
        argument();
      }
      default -> {}
    }
  }

  /** The order of a root, {@code \sqrt[3]{x}}. */
  private void order() {
    open();
    while (i < in.length() && in.charAt(i) != ']') {
      step();
    }
    depth--;
    if (i < in.length()) {
      step();
    }
  }

  /** Drops a wrapper and keeps what it wraps. */
  private void unwrap() {
    skipSpace();
    if (i < in.length() && in.charAt(i) == '{') {
      i++;
      open();
      run();
      depth--;
      i = Math.min(in.length(), i + 1);
    }
  }

  private void skipGroup() {
    skipSpace();
    if (i < in.length() && in.charAt(i) == '{') {
      i = braces.end(i) < 0 ? in.length() : braces.end(i) + 1;
    }
  }

  /** Words stay together; what looks like mathematics inside the wrapper is read as mathematics. */
  private void words(String wrapper) {
    skipSpace();
    int end = i < in.length() && in.charAt(i) == '{' ? braces.end(i) : -1;
    if (end < 0) {
      unwrap();
      return;
    }
    String inner = in.substring(i + 1, end);
    if (mathematical(inner, wrapper)) {
      space = true;
      unwrap();
      space = true;
      return;
    }
    i = end + 1;
    String plain = Words.collapsed(inner.replace('~', ' '));
    if (plain.isEmpty()) {
      space = true;
    } else {
      put("\\text{" + plain + "}");
    }
  }

  private static boolean mathematical(String inner, String wrapper) {
    for (int k = 0; k < inner.length(); k++) {
      char c = inner.charAt(k);
      if ((c >= '0' && c <= '9')
          || c == '='
          || c == '$'
          || (c == '\\' && !inner.startsWith("\\ ", k))) {
        return true;
      }
    }
    String bare = inner.strip();
    boolean constant = bare.equals("i") || bare.equals("e") || bare.equals("d");
    return (wrapper.equals("mathrm") && constant)
        || (wrapper.equals("operatorname") && Functions.isFunction(bare))
        || (wrapper.equals("mathrm") && Functions.isFunction(bare))
        || bare.equals("%");
  }

  private void environment(String which) {
    skipSpace();
    int end = i < in.length() && in.charAt(i) == '{' ? braces.end(i) : -1;
    if (end < 0) {
      put("\\" + which);
      return;
    }
    String name = in.substring(i + 1, end).replace("*", "").strip().toLowerCase(Locale.ROOT);
    i = end + 1;
    if (name.equals("array") && which.equals("begin")) {
      skipGroup();
    }
    switch (name) {
      case "pmatrix", "bmatrix", "matrix", "smallmatrix", "array" -> put("\\" + which + "{matrix}");
      case "vmatrix", "cases" -> put("\\" + which + "{" + name + "}");
      default -> space = true;
    }
  }

  private void separator(char c) {
    i++;
    int next = i;
    boolean explicit = next > 2 && in.startsWith("{,}", next - 2);
    next = explicit ? next + 1 : next;
    while (in.startsWith("\\!", next) || in.startsWith("\\,", next)) {
      next += 2;
      explicit = true;
    }
    int end = out.length();
    boolean after = end > 0 && digit(out, end - 1);
    if (c == '.' || decimalComma) {
      decimal(c, after);
    } else if (after
        && !space
        && (explicit || brackets <= 0)
        && Punctuation.threeDigits(in, next)
        && group(end)) {
      i = next;
      grouped = end;
    } else {
      put(',');
    }
  }

  /** With the decimal comma, comma and full stop change places. */
  private void decimal(char c, boolean after) {
    boolean between = after && i < in.length() && Character.isDigit(in.charAt(i));
    if (decimalComma && between && c == '.' && Punctuation.threeDigits(in, i)) {
      grouped = out.length();
      return;
    }
    put(decimalComma && between ? '.' : c);
  }

  /** The digits before the comma are one to three, or three since the comma before. */
  private boolean group(int end) {
    int start = end;
    while (start > 0 && start > grouped && digit(out, start - 1)) {
      start--;
    }
    int length = end - start;
    if (start == grouped) {
      return length == 3;
    }
    boolean decimals = start > 0 && out.charAt(start - 1) == '.';
    return length <= 3 && !decimals && out.charAt(start) != '0';
  }

  private static boolean digit(CharSequence text, int at) {
    return text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static boolean odd(String text) {
    boolean odd = false;
    for (int k = text.indexOf('$'); k >= 0; k = text.indexOf('$', k + 1)) {
      odd ^= k == 0 || text.charAt(k - 1) != '\\';
    }
    return odd;
  }
}
