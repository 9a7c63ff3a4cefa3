package raftlab.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How varied a set of texts is, by the measures of the RAFT paper's Table 3 (arXiv 2304.06767).
 *
 * <p>A word is a run of letters, digits and inner apostrophes in lower case, or one punctuation
 * mark. Pairs of words never cross a text's end. The paper's own tokenizer is not known, so values
 * are to be compared within one experiment only; they depend on how many texts there are.
 *
 * @param texts how many
 * @param words how many in all
 * @param msttr100 mean share of different words in the segments of 100 words of all texts joined in
 *     order, the rest left out; NaN if there are fewer than 100 words
 * @param distinct1 different words / words, in [0, 1]
 * @param distinct2 different word pairs / word pairs, in [0, 1]
 * @param unique1 words that occur once
 * @param unique2 word pairs that occur once
 * @param meanLength words per text
 */
public record TextDiversity(
    int texts,
    int words,
    double msttr100,
    double distinct1,
    double distinct2,
    int unique1,
    int unique2,
    double meanLength) {

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}]+(?:['\u2019][\\p{L}\\p{N}]+)*|[^\\s\\p{L}\\p{N}]");
  private static final int SEGMENT = 100;

  /** Measures texts; no text has no words, and all shares are then NaN. */
  public static TextDiversity of(List<String> texts) {
    Map<String, Integer> ones = new HashMap<>();
    Map<List<String>, Integer> pairs = new HashMap<>();
    List<String> all = new ArrayList<>();
    for (String text : texts) {
      List<String> words = words(text);
      all.addAll(words);
      words.forEach(word -> ones.merge(word, 1, Integer::sum));
      for (int i = 1; i < words.size(); i++) {
        pairs.merge(List.of(words.get(i - 1), words.get(i)), 1, Integer::sum);
      }
    }
    return new TextDiversity(
        texts.size(),
        all.size(),
        msttr(all),
        distinct(ones),
        distinct(pairs),
        once(ones),
        once(pairs),
        all.size() / (double) texts.size());
  }

  /** Returns the words of a text. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  private static double msttr(List<String> words) {
    int segments = words.size() / SEGMENT;
    double sum = 0;
    for (int i = 0; i < segments; i++) {
      sum += new HashSet<>(words.subList(i * SEGMENT, (i + 1) * SEGMENT)).size();
    }
    return sum / SEGMENT / segments;
  }

  private static double distinct(Map<?, Integer> counts) {
    return counts.size() / (double) counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static int once(Map<?, Integer> counts) {
    return (int) counts.values().stream().filter(count -> count == 1).count();
  }
}
