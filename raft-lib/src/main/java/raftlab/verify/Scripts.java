package raftlab.verify;

/** Unicode's raised and lowered digits and signs, which are exponents and subscripts. */
final class Scripts {

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿⁱ";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₋₊ₙᵢ";
  private static final String PLAIN = "0123456789-+ni";

  private Scripts() {}

  /** Returns {@code ^} for a raised sign, {@code _} for a lowered one, else 0. */
  static char of(char c) {
    return RAISED.indexOf(c) >= 0 ? '^' : LOWERED.indexOf(c) >= 0 ? '_' : 0;
  }

  /**
   * Writes the exponent or the subscript that begins with a sign taken already: raised or lowered
   * signs side by side are one.
   */
  static void read(char first, WrittenAnswer in, NormalText out) {
    out.put(of(first));
    int start = out.open();
    out.put(plain(first));
    while (!in.done() && of(in.peek()) == of(first)) {
      out.put(plain(in.peek()));
      in.skip(1);
    }
    out.close(start);
  }

  /** Returns what is raised or lowered. */
  private static char plain(char c) {
    return PLAIN.charAt(Math.max(RAISED.indexOf(c), LOWERED.indexOf(c)));
  }
}
