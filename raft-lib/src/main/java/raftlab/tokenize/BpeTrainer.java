package raftlab.tokenize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import raftlab.core.Checks;

/**
 * Learns a small byte-level BPE vocabulary (Sennrich et al. 2016, arXiv 1508.07909): starting from
 * bytes, the most frequent pair of neighbours inside a word becomes a token, again and again.
 *
 * <p>Words are split so that every digit stands alone (a model that is to calculate sees each one)
 * and a word keeps the blank before it. Deterministic: of equally frequent pairs the one that comes
 * first by text is merged. Each merge counts all distinct words anew, which is quick for the
 * thousand tokens this is meant for: time is merges times distinct words.
 */
public final class BpeTrainer {

  /** The size of the vocabulary when nobody says otherwise. */
  public static final int DEFAULT_VOCABULARY = 768;

  /** How text is split into words, in the syntax that Java and Oniguruma share. */
  static final String WORDS = " ?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

  private static final Pattern WORD = Pattern.compile(WORDS, Pattern.UNICODE_CHARACTER_CLASS);
  private static final int SMALLEST = 258;
  private static final int LEAST_COUNT = 2;

  private final List<Word> words = new ArrayList<>();
  private final List<Merge> merges = new ArrayList<>();

  /** A distinct word: how often it occurs and its tokens so far. */
  private record Word(int count, List<String> tokens) {}

  private BpeTrainer(Map<String, Integer> counts) {
    counts.forEach((word, count) -> words.add(new Word(count, letters(word))));
  }

  /**
   * Trains on texts.
   *
   * @param vocabulary the number of tokens wanted, at least 258 (the bytes and two special tokens);
   *     fewer are made if no pair occurs twice any more
   */
  public static TrainedBpe train(Iterable<String> texts, int vocabulary) {
    Checks.user(
        vocabulary >= SMALLEST,
        "a vocabulary of " + vocabulary + " tokens is too small",
        "the bytes and the special tokens take " + SMALLEST,
        "ask for at least that many");
    BpeTrainer trainer = new BpeTrainer(countWords(texts));
    trainer.learn(vocabulary - SMALLEST);
    return new TrainedBpe(trainer.merges);
  }

  private static Map<String, Integer> countWords(Iterable<String> texts) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String text : texts) {
      Matcher matcher = WORD.matcher(WellFormed.text(text));
      while (matcher.find()) {
        counts.merge(ByteAlphabet.spell(matcher.group()), 1, Integer::sum);
      }
    }
    return counts;
  }

  private static List<String> letters(String word) {
    List<String> letters = new ArrayList<>(word.length());
    for (int i = 0; i < word.length(); i++) {
      letters.add(word.substring(i, i + 1));
    }
    return letters;
  }

  private void learn(int wanted) {
    Set<String> made = new HashSet<>();
    Set<Merge> passed = new HashSet<>();
    while (merges.size() < wanted) {
      Merge best = mostFrequent(passed);
      if (best == null) {
        return;
      }
      // Two ways of spelling one token would need one id twice: the later way is passed over.
      if (made.add(best.merged())) {
        merges.add(best);
        words.forEach(word -> apply(best, word.tokens()));
      } else {
        passed.add(best);
      }
    }
  }

  private Merge mostFrequent(Set<Merge> passed) {
    Map<Merge, Integer> counts = new HashMap<>();
    for (Word word : words) {
      for (int i = 0; i + 1 < word.tokens().size(); i++) {
        counts.merge(
            new Merge(word.tokens().get(i), word.tokens().get(i + 1)), word.count(), Integer::sum);
      }
    }
    counts.keySet().removeAll(passed);
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= LEAST_COUNT)
        .min(
            Map.Entry.<Merge, Integer>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().left())
                .thenComparing(entry -> entry.getKey().right()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static void apply(Merge merge, List<String> tokens) {
    int kept = 0;
    for (int i = 0; i < tokens.size(); i++) {
      boolean fits =
          i + 1 < tokens.size()
              && tokens.get(i).equals(merge.left())
              && tokens.get(i + 1).equals(merge.right());
      tokens.set(kept++, fits ? merge.merged() : tokens.get(i));
      if (fits) {
        i++;
      }
    }
    tokens.subList(kept, tokens.size()).clear();
  }
}
