package raftlab.verify;

/**
 * Signs that are neither letters, digits nor macros, brought to one spelling: Unicode signs become
 * macros, foreign digits become ours, {@code <=} and {@code **} become one sign. Each is read when
 * its first character has been taken.
 */
final class Signs {

  private Signs() {}

  static void read(char c, WrittenAnswer in, NormalText out) {
    if (c > 127 && Scripts.of(c) != 0) {
      Scripts.read(c, in, out);
      return;
    }
    String replacement = c == '%' || c > 127 ? Macros.sign(c) : null;
    if (replacement != null) {
      out.put(replacement);
    } else if (c > 127 && Character.isDigit(c)) {
      out.put((char) ('0' + Character.digit(c, 10)));
    } else if (c == '<' || c == '>' || c == '!') {
      comparison(c, in, out);
    } else if (c == '*' && power(in, out)) {
      in.skip(1);
      out.put('^');
    } else if ("()[]".indexOf(c) >= 0) {
      out.bracket(String.valueOf(c), c == '(' || c == '[');
    } else if (Character.getType(c) != Character.FORMAT && !Character.isISOControl(c)) {
      out.put(c);
    }
  }

  /** Two stars between values are a power; around an answer they make it bold. */
  private static boolean power(WrittenAnswer in, NormalText out) {
    return out.endsInValue()
        && in.sees('*')
        && (Character.isLetterOrDigit(in.charAt(1)) || "(-".indexOf(in.charAt(1)) >= 0);
  }

  /** {@code <=}, {@code >=} and {@code !=}. */
  private static void comparison(char c, WrittenAnswer in, NormalText out) {
    boolean factorial = c == '!' && out.endsInDigit() && !out.spaced();
    if (!factorial && in.take('=')) {
      out.put(c == '<' ? "\\le" : c == '>' ? "\\ge" : "\\ne");
    } else {
      out.put(c);
    }
  }

  /** A dollar sign is a delimiter, but one left over before a digit is money. */
  static void dollar(WrittenAnswer in, NormalText out) {
    if (in.oddDollars() && (in.seesDigit() || in.sees('.'))) {
      out.put("\\$");
    } else {
      out.space();
    }
  }
}
