package raftlab.train;

import raftlab.core.Checks;

/**
 * Two sequences of which one is better, end tokens included. The arrays are not copied and not to
 * be changed.
 *
 * @param chosen prompt and better completion
 * @param rejected prompt and worse completion
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TokenPair(int[] chosen, int[] rejected) {

  public TokenPair {
    Checks.atLeast(Math.min(chosen.length, rejected.length), 1, "length of a sequence");
  }
}
