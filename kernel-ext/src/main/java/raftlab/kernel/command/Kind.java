package raftlab.kernel.command;

import raftlab.core.Checks;

/**
 * A kind of named result.
 *
 * @param word what messages and the workspace folder call it, such as {@code rollouts}
 * @param type the public type that notebook variables of it are declared with
 * @param advice how to get one, such as {@code Define one: %raft reward NAME --rule exact}
 */
public record Kind<T>(String word, Class<T> type, String advice) {

  public Kind {
    Checks.notBlank(word, "kind");
    Checks.notNull(type, "type of " + word);
    Checks.notNull(advice, "advice for " + word);
  }
}
