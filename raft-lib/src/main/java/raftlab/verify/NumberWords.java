package raftlab.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads whole numbers written in English words: "seven", "forty-two", "one hundred and five". */
final class NumberWords {

  private static final Map<String, Integer> VALUES = new HashMap<>();
  private static final Map<String, Integer> PARTS = new HashMap<>();
  private static final int LONGEST = 80;

  static {
    String[] small =
        ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                + " fifteen sixteen seventeen eighteen nineteen")
            .split(" ");
    for (int k = 0; k < small.length; k++) {
      VALUES.put(small[k], k);
    }
    String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
    for (int k = 0; k < tens.length; k++) {
      VALUES.put(tens[k], 10 * k + 20);
    }
  }

  static {
    String[] parts = "half third fourth fifth sixth seventh eighth ninth tenth".split(" ");
    for (int k = 0; k < parts.length; k++) {
      PARTS.put(parts[k], k + 2);
      PARTS.put(parts[k] + "s", k + 2);
    }
    PARTS.put("halves", 2);
    PARTS.put("quarter", 4);
    PARTS.put("quarters", 4);
  }

  private NumberWords() {}

  /** Returns the number that the words of a normalised answer say, or null if they say none. */
  static Numeral read(String normalised) {
    if (normalised.length() > LONGEST) {
      return null;
    }
    String bare = normalised.replace("\\text{", " ").replace('}', ' ').replace('-', ' ').strip();
    String[] words = bare.toLowerCase(java.util.Locale.ROOT).split(" +");
    Integer parts = PARTS.get(words[words.length - 1]);
    if (parts == null) {
      return whole(words, words.length);
    }
    if (words.length == 1) {
      return words[0].equals("half") ? share(1, parts) : null; // "third" is a rank as well
    }
    Numeral count = whole(words, words.length - 1);
    boolean plural = words[words.length - 1].endsWith("s");
    // "twenty fifth" is a rank
    return count == null || count.value().isOne() == plural
        ? null
        : Numeral.exact(count.value().over(Rational.of(parts)));
  }

  private static Numeral share(long count, int parts) {
    return Numeral.exact(Rational.of(count).over(Rational.of(parts)));
  }

  private static Numeral whole(String[] words, int length) {
    long total = 0;
    long group = 0;
    boolean any = false;
    for (String word : List.of(words).subList(0, length)) {
      Integer value = VALUES.get(word);
      if (value != null) {
        group += value;
        any = true;
      } else if (any && word.equals("hundred")) {
        group *= 100;
      } else if (any && Units.powerOfTen(word) > 0) {
        total += group * Math.round(Math.pow(10, Units.powerOfTen(word)));
        group = 0;
      } else if (!any || !word.equals("and")) {
        return null;
      }
    }
    return any ? Numeral.exact(Rational.of(total + group)) : null;
  }
}
