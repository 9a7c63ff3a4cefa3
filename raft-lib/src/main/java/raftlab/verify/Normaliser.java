package raftlab.verify;

/**
 * Brings an answer to one spelling in one pass, the same for both sides: spacing and sizing macros
 * go, fractions get their braces, thousands separators go, Unicode signs become macros, words in
 * any wrapper become {@code \text{...}}. The result is what strings are compared on and what the
 * parser reads.
 *
 * <p>The pass itself follows groups and arguments; {@link MacroSpelling}, {@link Signs} and {@link
 * Separators} know what becomes of what stands in them.
 */
final class Normaliser {

  final WrittenAnswer in;
  final NormalText out;
  private final boolean decimalComma;
  private int depth;

  private Normaliser(String answer, boolean decimalComma) {
    this.in = new WrittenAnswer(answer);
    this.out = new NormalText(answer.length() + 8);
    this.decimalComma = decimalComma;
  }

  /** Returns the one spelling of an answer. */
  static String normalise(String answer, boolean decimalComma) {
    Normaliser pass = new Normaliser(unescaped(answer), decimalComma);
    pass.run();
    return Parameters.listed(pass.out.trimmed());
  }

  /** Undoes doubled backslashes before an environment and spaces in a braced comma. */
  private static String unescaped(String answer) {
    String single = answer.contains("\\\\begin") ? answer.replace("\\\\", "\\") : answer;
    return single.contains("{, }") ? single.replace(" {, }", "{,}").replace("{, }", "{,}") : single;
  }

  /** Rewrites up to the end of the group that this is in, or of the answer. */
  private void run() {
    while (!in.done()) {
      if (depth > 0 && in.peek() == '}') {
        return;
      }
      step();
    }
  }

  private void step() {
    char c = in.peek();
    if (c == '{') {
      group();
      return;
    }
    in.skip(1);
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) {
      out.put(c);
    } else if (c == ' ' || c == '~' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      out.space();
    } else {
      marked(c);
    }
  }

  private void marked(char c) {
    switch (c) {
      case '\\' -> MacroSpelling.read(this);
      case ',' -> Separators.comma(in, out, decimalComma);
      case '.' -> Separators.fullStop(in, out, decimalComma);
      case '$' -> Signs.dollar(in, out);
      case '√' -> {
        out.put("\\sqrt");
        argument();
      }
      default -> Signs.read(c, in, out);
    }
  }

  private void group() {
    if (in.sees("{,}", 0)) {
      in.skip("{,}".length());
      Separators.comma(in, out, decimalComma);
      in.take('}');
      return;
    }
    in.skip(1);
    int start = out.open();
    inside();
    if (in.take('}')) {
      out.close(start);
    }
  }

  /** What stands between braces, of which the first has been taken. */
  private void inside() {
    deeper();
    run();
    depth--;
  }

  private void deeper() {
    depth++;
    Budget.atMost(depth, Budget.DEPTH, "levels of nesting");
  }

  /** Gives an argument its braces: {@code \frac38} is {@code \frac{3}{8}}. */
  void argument() {
    in.skipSpace();
    if (in.done() || in.sees('}')) {
      return;
    }
    if (in.sees('{')) {
      group();
      return;
    }
    out.openArgument();
    deeper();
    step();
    depth--;
    out.closeArgument();
  }

  /** The order of a root, {@code \sqrt[3]{x}}. */
  void order() {
    deeper();
    while (!in.done() && !in.sees(']')) {
      step();
    }
    depth--;
    if (!in.done()) {
      step();
    }
  }

  /** Drops a wrapper and keeps what it wraps. */
  void unwrap() {
    in.skipSpace();
    if (in.take('{')) {
      inside();
      in.take('}');
    }
  }
}
