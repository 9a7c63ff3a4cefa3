package raftlab.reward;

/**
 * Decides whether a response answers a question whose reference answer is known: the port through
 * which a verifier serves rewards and evaluation. Implementations are thread-safe and
 * deterministic.
 */
@FunctionalInterface
public interface AnswerCheck {

  /** Checks a whole response against the reference answer. */
  CheckedAnswer check(String response, String gold);

  /**
   * Returns whether two extracted answers count as one vote. Symmetric; the default compares the
   * texts without white space.
   */
  default boolean same(String left, String right) {
    return left.replaceAll("\\s", "").equals(right.replaceAll("\\s", ""));
  }

  /** Returns what explains its verdicts: profile, changed options and version. */
  default GraderId id() {
    return GraderId.named(name());
  }

  /** Returns the name and profile recorded with every number made by this checker. */
  default String name() {
    return "check";
  }
}
