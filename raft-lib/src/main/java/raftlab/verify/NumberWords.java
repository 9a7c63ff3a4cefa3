package raftlab.verify;

import java.util.HashMap;
import java.util.Map;

/** Reads whole numbers written in English words: "seven", "forty-two", "one hundred and five". */
final class NumberWords {

  private static final Map<String, Integer> VALUES = new HashMap<>();
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

  private NumberWords() {}

  /** Returns the number that the words of a normalised answer say, or null if they say none. */
  static Numeral read(String normalised) {
    if (normalised.length() > LONGEST) {
      return null;
    }
    String bare = normalised.replace("\\text{", " ").replace('}', ' ').replace('-', ' ').strip();
    long total = 0;
    long group = 0;
    boolean any = false;
    for (String word : bare.toLowerCase(java.util.Locale.ROOT).split(" +")) {
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
