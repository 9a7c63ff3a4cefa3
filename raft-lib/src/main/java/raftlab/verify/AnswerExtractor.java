package raftlab.verify;

import raftlab.core.Checks;

/**
 * Finds the answer in a response with linear scans: last box, then {@code ####}, then an announcing
 * phrase, then a formula at the end, then the last number. An explicit mark wins over a number that
 * comes later. Boxes are found anywhere, all else in the last 256 Ki characters. Immutable and
 * thread-safe.
 */
public final class AnswerExtractor {

  private static final int WORTH_READING = 24;

  private final Rules rules;

  private AnswerExtractor(Rules rules) {
    this.rules = rules;
  }

  /**
   * Returns the extractor of a profile: reasoning, fallback, far boxes and choices are its options.
   */
  public static AnswerExtractor of(Profile profile) {
    return new AnswerExtractor(profile.rules());
  }

  /** Returns the answer found in a response; {@link Extraction#found} is false if there is none. */
  public Extraction extract(String response) {
    Checks.notNull(response, "response");
    if (rules.protocol() != Rules.Protocol.OWN) {
      return PeerExtraction.of(rules, response);
    }
    int from = rules.reasoning() == Rules.Reasoning.CUT ? Reasoning.end(response) : 0;
    int to = response.length();
    int next = FollowingQuestion.start(response, from, to);
    Extraction marked = marked(response, from, next);
    if (marked == null && next < to && next - from < WORTH_READING) {
      marked = marked(response, from, to);
    } else {
      to = next;
    }
    if (marked != null) {
      return marked;
    }
    return rules.fallback() == Rules.Fallback.NONE
        ? Extraction.NOTHING
        : unmarked(response, from, to);
  }

  private Extraction marked(String response, int from, int to) {
    if (!rules.choices().isEmpty()) {
      return new Letters(response, from, to, rules.choices()).marked();
    }
    Extraction box = Boxes.last(response, from, to, rules.farBoxes());
    if (box != null) {
      Extraction later = Markers.closing(response, box.end(), to);
      return later == null ? box : later;
    }
    int near = near(from, to);
    Extraction hashes = Markers.hashes(response, near, to);
    return hashes != null ? hashes : Markers.phrase(response, near, to);
  }

  private Extraction unmarked(String response, int from, int to) {
    Extraction found =
        rules.choices().isEmpty()
            ? LastFormula.find(
                response, near(from, to), to, rules.decimalComma() != Rules.DecimalComma.OFF)
            : new Letters(response, from, to, rules.choices()).last();
    return found == null ? Extraction.NOTHING : found;
  }

  /** The part of a very long response in which an answer without a box is looked for. */
  static int near(int from, int to) {
    return Math.max(from, to - Budget.REACH_CHARS);
  }
}
