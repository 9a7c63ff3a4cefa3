package raftlab.verify;

/**
 * The extraction of the mathematical evaluation harness of Rho-1 (github.com/ZubinGou/
 * math-evaluation-harness, parser.py) and of ToRA before it. In order: "final answer is $x$. I
 * hope"; the last box; all that follows the last "he answer is", then "final answer is"; for ToRA
 * the last output of a program; the last number, a hyphen before it being its sign whatever stands
 * before that.
 *
 * <p>Two faults of it matter for published scores: an announcement without a dollar sign runs on
 * into "I hope it is correct", and the last number of 7-5 is -5.
 */
final class HarnessExtraction {

  private static final String MINERVA_START = "final answer is $";
  private static final String MINERVA_END = "$. I hope";
  private static final String BOXED = "boxed";
  private static final String OUTPUT = "```output";
  private static final String FENCE = "```";

  private final String text;

  HarnessExtraction(String text) {
    this.text = text;
  }

  Extraction find(boolean programs) {
    int minerva = text.indexOf(MINERVA_START);
    if (minerva >= 0 && text.contains(MINERVA_END)) {
      int start = minerva + MINERVA_START.length();
      int end = text.indexOf(MINERVA_END, start);
      return announced(start, end < 0 ? text.length() : end);
    }
    int box = last(BOXED);
    if (box >= 0) {
      return boxed(box + BOXED.length());
    }
    for (String phrase : new String[] {"he answer is", "final answer is"}) {
      int at = last(phrase);
      if (at >= 0) {
        return announced(at + phrase.length(), text.length());
      }
    }
    int output = programs ? last(OUTPUT) : -1;
    return output < 0 ? number() : output(output + OUTPUT.length());
  }

  private int last(String word) {
    return Markers.last(word, text, 0, text.length());
  }

  /** The content of a brace group, of all that follows if it is not closed, or up to a dollar. */
  private Extraction boxed(int start) {
    if (start < text.length() && text.charAt(start) == '{') {
      int depth = 1;
      int i = start + 1;
      while (i < text.length() && depth > 0) {
        depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
        i++;
      }
      return trimmed(start + 1, depth == 0 ? i - 1 : i, ExtractionRule.BOX);
    }
    int dollar = text.indexOf('$', start);
    return trimmed(start, dollar < 0 ? text.length() : dollar, ExtractionRule.BOX);
  }

  private Extraction announced(int start, int end) {
    int from = start < end && text.charAt(start) == ':' ? start + 1 : start;
    return trimmed(from, end, ExtractionRule.MARKER);
  }

  private Extraction output(int start) {
    int fence = text.indexOf(FENCE, start);
    return trimmed(start, fence < 0 ? text.length() : fence, ExtractionRule.PROGRAM);
  }

  private Extraction trimmed(int start, int end, ExtractionRule rule) {
    Extraction found = Extraction.trimmed(text, start, end, rule);
    return found.text().isEmpty() ? Extraction.NOTHING : found;
  }

  /** The last match of a hyphen, digits, a point and digits, commas being passed over. */
  private Extraction number() {
    int last = text.length() - 1;
    while (last >= 0 && !digit(last)) {
      last--;
    }
    if (last < 0) {
      return Extraction.NOTHING;
    }
    int start = last;
    int longest = Math.max(0, last - Budget.NUMBER_CHARS);
    while (start > longest && (digit(start - 1) || text.charAt(start - 1) == ',')) {
      start--;
    }
    if (start > longest && text.charAt(start - 1) == '.') {
      start = pointed(start - 1);
    }
    while (text.charAt(start) == ',') {
      start++;
    }
    start = start > 0 && text.charAt(start - 1) == '-' ? start - 1 : start;
    String number = text.substring(start, last + 1).replace(",", "");
    return new Extraction(number, start, last + 1, ExtractionRule.LAST_NUMBER);
  }

  /** Returns the start of the digits before a point; a point that itself follows one has none. */
  private int pointed(int point) {
    int start = point;
    int longest = Math.max(0, point - Budget.NUMBER_CHARS);
    while (start > longest && (digit(start - 1) || text.charAt(start - 1) == ',')) {
      start--;
    }
    boolean taken = start > 0 && text.charAt(start - 1) == '.';
    return taken ? point : start;
  }

  private boolean digit(int i) {
    return text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }
}
