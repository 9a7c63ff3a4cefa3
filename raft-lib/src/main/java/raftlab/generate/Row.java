package raftlab.generate;

import java.util.Arrays;
import raftlab.core.Completion;
import raftlab.core.FinishReason;
import raftlab.core.Seeds;
import raftlab.core.TokenTrace;
import raftlab.tokenize.Tokenizer;

/** One completion while it is being drawn. */
final class Row {

  final int promptIndex;
  final int sampleIndex;
  private final int promptLength;
  private final int limit;
  private final long seed;
  private int[] ids = new int[32];
  private float[] logProbs = new float[32];
  private int size;
  private FinishReason finish;

  Row(int promptIndex, int sampleIndex, int promptLength, int limit, long seed) {
    this.promptIndex = promptIndex;
    this.sampleIndex = sampleIndex;
    this.promptLength = promptLength;
    this.limit = limit;
    this.seed = seed;
  }

  /**
   * Returns the draw that decides the next token: it depends on the completion and the position
   * only.
   */
  double uniform() {
    return Seeds.uniform(seed, size);
  }

  /** Returns where the last token stands in the sequence. */
  int place() {
    return promptLength + size - 1;
  }

  int last() {
    return ids[size - 1];
  }

  void accept(int token, float logProb, int[] endIds) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
      logProbs = Arrays.copyOf(logProbs, 2 * size);
    }
    ids[size] = token;
    logProbs[size] = logProb;
    size++;
    for (int end : endIds) {
      if (token == end) {
        finish = FinishReason.END;
        return;
      }
    }
    if (size == limit) {
      finish = FinishReason.LENGTH;
    }
  }

  boolean finished() {
    return finish != null;
  }

  int size() {
    return size;
  }

  Completion completion(Tokenizer tokenizer) {
    int[] all = Arrays.copyOf(ids, size);
    int textual = finish == FinishReason.END ? size - 1 : size;
    return new Completion(
        sampleIndex,
        tokenizer.decode(Arrays.copyOf(all, textual)),
        TokenTrace.of(all, Arrays.copyOf(logProbs, size)),
        finish);
  }
}
