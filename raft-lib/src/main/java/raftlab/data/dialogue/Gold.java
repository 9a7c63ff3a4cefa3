package raftlab.data.dialogue;

import java.util.EnumMap;
import java.util.Map;

/**
 * The hidden preference of the dialogue world: what a reply to a prompt is worth.
 *
 * <p>The sum of what its sentences are worth (see {@link SentenceKind}), cut to [-4, 4]; an empty
 * reply is worth -1. A reply that answers, adds one detail and ends friendly has the most, 2.7. Two
 * replies whose values differ by d are preferred in the ratio e^d : 1 (Bradley and Terry). A
 * deterministic, pure function.
 */
public final class Gold {

  /** From here on a reply counts as good: it does what it should and little else. */
  public static final double GOOD = 1.5;

  private static final double BOUND = 4;
  private static final double EMPTY = -1;

  private Gold() {}

  /**
   * Returns a reply's value.
   *
   * @param code the prompt's topic, its column {@code answer}
   * @param text the reply
   */
  public static double value(String code, String text) {
    return value(reply(code, text));
  }

  /** Reads a reply to the prompt of a topic. */
  public static Reply reply(String code, String text) {
    return Reply.read(Topic.of(code), text);
  }

  static double value(Reply reply) {
    if (reply.kinds().isEmpty()) {
      return EMPTY;
    }
    Map<SentenceKind, Integer> seen = new EnumMap<>(SentenceKind.class);
    double sum = 0;
    for (SentenceKind kind : reply.kinds()) {
      int before = seen.merge(kind, 1, Integer::sum) - 1;
      sum += kind.worth(before);
    }
    return Math.max(-BOUND, Math.min(BOUND, sum));
  }
}
