package raftlab.verify;

/** Unicode's raised and lowered digits and signs. */
final class Scripts {

  private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺ⁿⁱ";
  private static final String LOWERED = "₀₁₂₃₄₅₆₇₈₉₋₊ₙᵢ";
  private static final String PLAIN = "0123456789-+ni";

  private Scripts() {}

  /** Returns {@code ^} for a raised sign, {@code _} for a lowered one, else 0. */
  static char of(char c) {
    return RAISED.indexOf(c) >= 0 ? '^' : LOWERED.indexOf(c) >= 0 ? '_' : 0;
  }

  /** Returns what is raised or lowered. */
  static char plain(char c) {
    return PLAIN.charAt(Math.max(RAISED.indexOf(c), LOWERED.indexOf(c)));
  }
}
