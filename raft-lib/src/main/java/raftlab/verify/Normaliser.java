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
  private final NormalText out;
  private int i;
  private int depth;

  private Normaliser(String in, boolean decimalComma) {
    this.in = in;
    this.decimalComma = decimalComma;
    this.oddDollars = odd(in);
    this.environments = in.contains("\\begin");
    this.braces = new Braces(in);
    this.out = new NormalText(in.length() + 8);
  }

  /** Returns the one spelling of an answer. */
  static String normalise(String answer, boolean decimalComma) {
    Normaliser normaliser = new Normaliser(unescaped(answer), decimalComma);
    normaliser.run();
    return Parameters.listed(normaliser.out.trimmed());
  }

  /** Undoes doubled backslashes before an environment and spaces in a braced comma. */
  private static String unescaped(String answer) {
    String single = answer.contains("\\\\begin") ? answer.replace("\\\\", "\\") : answer;
    return single.contains("{, }") ? single.replace(" {, }", "{,}").replace("{, }", "{,}") : single;
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
      out.put(c);
      i++;
    } else if (c == ' ' || c == '~' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      out.space();
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

  private void sign(char c) {
    i++;
    if (c > 127 && Scripts.of(c) != 0) {
      script(c);
      return;
    }
    String replacement = c == '%' || c > 127 ? Macros.sign(c) : null;
    if (replacement != null) {
      out.put(replacement);
    } else if (c == '√') {
      out.put("\\sqrt");
      argument();
    } else if (c > 127 && Character.isDigit(c)) {
      out.put((char) ('0' + Character.digit(c, 10)));
    } else if (c == '<' || c == '>' || c == '!') {
      comparison(c);
    } else if (c == '*' && power()) {
      i++;
      out.put('^');
    } else if ("()[]".indexOf(c) >= 0) {
      out.bracket(String.valueOf(c), c == '(' || c == '[');
    } else if (Character.getType(c) != Character.FORMAT && !Character.isISOControl(c)) {
      out.put(c);
    }
  }

  /** Raised or lowered signs side by side are one exponent or one subscript. */
  private void script(char first) {
    out.put(Scripts.of(first));
    int start = out.open();
    out.put(Scripts.plain(first));
    while (i < in.length() && Scripts.of(in.charAt(i)) == Scripts.of(first)) {
      out.put(Scripts.plain(in.charAt(i)));
      i++;
    }
    out.close(start);
  }

  /** Two stars between values are a power; around an answer they make it bold. */
  private boolean power() {
    return out.endsInValue()
        && i + 1 < in.length()
        && in.charAt(i) == '*'
        && (Character.isLetterOrDigit(in.charAt(i + 1)) || "(-".indexOf(in.charAt(i + 1)) >= 0);
  }

  /** {@code <=}, {@code >=} and {@code !=}. */
  private void comparison(char c) {
    boolean factorial = c == '!' && out.endsInDigit() && !out.spaced();
    if (i < in.length() && in.charAt(i) == '=' && !factorial) {
      i++;
      out.put(c == '<' ? "\\le" : c == '>' ? "\\ge" : "\\ne");
    } else {
      out.put(c);
    }
  }

  /** A dollar sign is a delimiter, but one left over before a digit is money. */
  private void dollar() {
    i++;
    if (oddDollars && i < in.length() && (Character.isDigit(in.charAt(i)) || in.charAt(i) == '.')) {
      out.put("\\$");
    } else {
      out.space();
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
    deeper();
    int start = out.open();
    run();
    depth--;
    if (i < in.length()) {
      i++;
      out.close(start);
    }
  }

  private void deeper() {
    depth++;
    Budget.atMost(depth, Budget.DEPTH, "levels of nesting");
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
    out.openArgument();
    deeper();
    step();
    depth--;
    out.closeArgument();
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
      case '{', '}' -> out.bracket("\\" + c, c == '{');
      case '$', '%', '\\' -> out.put("\\" + c);
      case ' ', '\n', '\r', '\t', '>' -> out.space();
      case ',', ';', ':' -> thinSpace();
      case '!', '(', ')', '[', ']', '/' -> {}
      case '|' -> out.put('|');
      default -> out.put(c);
    }
  }

  /** A thin space between digits is a thousands separator. */
  private void thinSpace() {
    boolean digits = out.endsInDigit() && i < in.length() && Character.isDigit(in.charAt(i));
    if (!digits) {
      out.space();
    }
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
      out.space();
    } else if (name.equals("lbrace") || name.equals("rbrace")) {
      out.bracket(kept, name.equals("lbrace"));
    } else {
      out.put(kept);
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
      case "\\mathbb" -> argument();
      default -> {}
    }
  }

  /** The order of a root, {@code \sqrt[3]{x}}. */
  private void order() {
    deeper();
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
      deeper();
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
    String inner = end < 0 ? "" : in.substring(i + 1, end);
    if (end < 0) {
      unwrap();
    } else if (Wrappers.mathematical(inner, wrapper)) {
      out.space();
      unwrap();
      out.space();
    } else {
      i = end + 1;
      String plain = Words.collapsed(inner.replace('~', ' '));
      if (plain.isEmpty() || (out.isEmpty() && Words.announces(plain))) {
        out.space();
      } else {
        out.put("\\text{" + plain + "}");
      }
    }
  }

  private void environment(String which) {
    skipSpace();
    int end = i < in.length() && in.charAt(i) == '{' ? braces.end(i) : -1;
    if (end < 0) {
      out.put("\\" + which);
      return;
    }
    String name = in.substring(i + 1, end).replace("*", "").strip().toLowerCase(Locale.ROOT);
    i = end + 1;
    if (name.equals("array") && which.equals("begin")) {
      skipGroup();
    }
    String kept = Wrappers.environment(which, name);
    if (kept.equals(" ")) {
      out.space();
    } else {
      out.put(kept);
    }
  }

  /**
   * Whether nothing but spaces, dots and dollars is left: dots at the end of an answer mean
   * nothing.
   */
  private boolean onlyMarksFollow(int from) {
    for (int at = from; at < in.length(); at++) {
      char c = in.charAt(at);
      if (c != '.' && c != '$' && !Character.isWhitespace(c)) {
        return false;
      }
    }
    return true;
  }

  private void separator(char c) {
    i++;
    boolean dots = c == '.' && in.startsWith("..", i);
    if (dots && (out.endsInDecimals() || !onlyMarksFollow(i + 2))) {
      i += 2;
      out.put("\\dots");
      return;
    }
    if (c == '.' || decimalComma) {
      decimal(c);
      return;
    }
    int next = i;
    boolean explicit = next > 2 && in.startsWith("{,}", next - 2);
    next = explicit ? next + 1 : next;
    while (in.startsWith("\\!", next) || in.startsWith("\\,", next)) {
      next += 2;
      explicit = true;
    }
    while (explicit && in.startsWith(" ", next)) {
      next++;
    }
    if (out.endsInDigit()
        && !out.spaced()
        && (explicit || !out.bracketed())
        && Punctuation.threeDigits(in, next)
        && out.thousands()) {
      i = next;
      out.separated();
    } else {
      out.put(',');
    }
  }

  /** With the decimal comma, comma and full stop change places. */
  private void decimal(char c) {
    boolean between = out.endsInDigit() && i < in.length() && Character.isDigit(in.charAt(i));
    if (decimalComma && between && c == '.' && Punctuation.threeDigits(in, i)) {
      out.separated();
      return;
    }
    out.put(decimalComma && between ? '.' : c);
  }

  private static boolean odd(String text) {
    boolean odd = false;
    for (int k = text.indexOf('$'); k >= 0; k = text.indexOf('$', k + 1)) {
      odd ^= k == 0 || text.charAt(k - 1) != '\\';
    }
    return odd;
  }
}
