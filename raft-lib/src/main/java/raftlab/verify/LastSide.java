package raftlab.verify;

/**
 * Tells a calculation, whose last side is the answer, from an equation or a list, which is the
 * answer as a whole. Only signs outside brackets count.
 */
final class LastSide {

  private final String text;
  private final int start;
  private final int end;
  private int equals;
  private int last = -1;
  private boolean listed;
  private boolean letters;
  private boolean digits;

  private LastSide(String text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
  }

  /** Returns where the answer begins in a formula: after its last equals sign, or at its start. */
  static int of(String text, int start, int end) {
    LastSide side = new LastSide(text, start, end);
    side.scan();
    boolean calculation = side.equals > 1 || (side.equals == 1 && side.digits && !side.letters);
    return calculation && !side.listed ? side.last + 1 : start;
  }

  private void scan() {
    int depth = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i = macro(i);
      } else if (c == '{' || c == '(' || c == '[') {
        depth++;
      } else if (c == '}' || c == ')' || c == ']') {
        depth--;
      } else if (depth <= 0 && (c == ';' || (c == ',' && !thousands(i)))) {
        listed = true;
      } else if (depth <= 0 && c == '=' && !compound(i)) {
        equals++;
        last = i;
      } else if (conjunction(i)) {
        listed = true;
      } else if (equals == 0) {
        digits |= Character.isDigit(c);
        letters |= Character.isLetter(c);
      }
    }
  }

  /** Passes over a macro; words in a wrapper do not count as letters, "and" makes a list. */
  private int macro(int at) {
    int stop = at + 1;
    while (stop < end && Character.isLetter(text.charAt(stop))) {
      stop++;
    }
    String name = text.substring(at + 1, stop);
    if (name.equals("quad") || name.equals("qquad")) {
      listed = true;
    }
    if (Macros.TEXT.contains(name) && stop < end && text.charAt(stop) == '{') {
      int close = text.indexOf('}', stop);
      int after = close < 0 || close >= end ? stop : close;
      String words = text.substring(Math.min(stop + 1, after), after).strip();
      listed |= words.equals("and") || words.equals("or");
      return after;
    }
    letters |= equals == 0 && !name.isEmpty() && !Macros.numeric(name);
    return stop == at + 1 ? stop : stop - 1;
  }

  private boolean conjunction(int at) {
    boolean begins = at == start || !Character.isLetter(text.charAt(at - 1));
    return begins && (text.startsWith("or", at) || text.startsWith("and", at));
  }

  private boolean thousands(int comma) {
    return comma > start
        && Character.isDigit(text.charAt(comma - 1))
        && Punctuation.threeDigits(text, comma + 1);
  }

  private boolean compound(int at) {
    boolean before = at > start && "<>!:".indexOf(text.charAt(at - 1)) >= 0;
    return before || (at + 1 < end && text.charAt(at + 1) == '=');
  }
}
