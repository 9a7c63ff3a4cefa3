package raftlab.verify;

/**
 * An answer found in a response.
 *
 * @param text the answer as it stands there, without surrounding space
 * @param start offset of its first character in the response, 0 if nothing was found
 * @param end offset after its last character
 * @param rule the rule that found it; {@link ExtractionRule#NONE} if none did
 */
public record Extraction(String text, int start, int end, ExtractionRule rule) {

  static final Extraction NOTHING = new Extraction("", 0, 0, ExtractionRule.NONE);

  /** Cuts space and dollar signs off both ends of a stretch of the response. */
  static Extraction trimmed(String response, int from, int to, ExtractionRule rule) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(response.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(response.charAt(end - 1))) {
      end--;
    }
    return new Extraction(response.substring(start, end), start, end, rule);
  }

  /** Returns whether an answer was found. */
  public boolean found() {
    return rule != ExtractionRule.NONE;
  }
}
