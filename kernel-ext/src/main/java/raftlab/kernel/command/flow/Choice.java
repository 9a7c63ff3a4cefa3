package raftlab.kernel.command.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import raftlab.core.Suggest;
import raftlab.core.UsageError;

/** Reads an option whose values are the constants of an enum, in lower case with hyphens. */
final class Choice {

  private Choice() {}

  /** Returns the constant of a word. */
  static <E extends Enum<E>> E of(Class<E> type, String option, String word) {
    List<E> all = Arrays.asList(type.getEnumConstants());
    return all.stream()
        .filter(each -> word(each).equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () -> {
              List<String> words = all.stream().map(Choice::word).toList();
              return new UsageError(
                  option + " " + word + " is not known",
                  words.stream().collect(Collectors.joining(", ", "known: ", "")),
                  Suggest.nearest(word, words).map(n -> "Did you mean " + n + "?").orElse(""));
            });
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
