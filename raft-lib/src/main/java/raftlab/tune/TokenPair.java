package raftlab.tune;

import java.util.stream.IntStream;

/** What is given and what is to be learnt after it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record TokenPair(int[] prompt, int[] completion) {

  int[] whole() {
    return IntStream.concat(IntStream.of(prompt), IntStream.of(completion)).toArray();
  }
}
