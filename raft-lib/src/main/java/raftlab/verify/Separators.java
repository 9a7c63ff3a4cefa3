package raftlab.verify;

/**
 * Commas, full stops and thin spaces: which part thousands, which begin decimals, and which part
 * the items of a list or two words. Each is called when its sign has been taken.
 */
final class Separators {

  private Separators() {}

  /** Writes dots, a decimal point, or with the decimal comma a separator of thousands. */
  static void fullStop(WrittenAnswer in, NormalText out, boolean decimalComma) {
    // dots at the end of an answer mean nothing
    if (in.sees("..", 0) && (out.endsInDecimals() || !in.onlyMarksFollow(2))) {
      in.skip(2);
      out.put("\\dots");
    } else {
      decimal('.', in, out, decimalComma);
    }
  }

  /** Writes a comma unless it parts thousands: {@code 20,736}, {@code 20{,}736}. */
  static void comma(WrittenAnswer in, NormalText out, boolean decimalComma) {
    if (decimalComma) {
      decimal(',', in, out, true);
      return;
    }
    boolean explicit = in.sees("{,}", -2);
    int ahead = explicit ? 1 : 0;
    while (in.sees("\\!", ahead) || in.sees("\\,", ahead)) {
      ahead += 2;
      explicit = true;
    }
    while (explicit && in.sees(" ", ahead)) {
      ahead++;
    }
    if (out.endsInDigit()
        && !out.spaced()
        && (explicit || !out.bracketed())
        && in.seesThreeDigits(ahead)
        && out.thousands()) {
      in.skip(ahead);
      out.separated();
    } else {
      out.put(',');
    }
  }

  /** With the decimal comma, comma and full stop change places. */
  private static void decimal(char c, WrittenAnswer in, NormalText out, boolean decimalComma) {
    boolean between = out.endsInDigit() && in.seesDigit();
    if (decimalComma && between && c == '.' && in.seesThreeDigits(0)) {
      out.separated();
    } else {
      out.put(decimalComma && between ? '.' : c);
    }
  }

  /** A thin space between digits is a thousands separator. */
  static void thinSpace(WrittenAnswer in, NormalText out) {
    if (!(out.endsInDigit() && in.seesDigit())) {
      out.space();
    }
  }
}
