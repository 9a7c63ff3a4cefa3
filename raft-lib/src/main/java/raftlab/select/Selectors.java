package raftlab.select;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import raftlab.core.Selector;

/** Makes selectors from settings. */
public final class Selectors {

  private Selectors() {}

  /**
   * Returns the selector that settings describe. It is pure and thread-safe, its kept completions
   * are in the order of the prompt set, and its funnel starts with {@code generated} and ends with
   * the rule.
   */
  public static Selector of(SelectionSettings settings) {
    List<Filter> filters = Filters.of(settings);
    SelectionRule rule = rule(settings);
    String description =
        Stream.of(
                Stream.of(rule.name(), rule.describe()),
                Stream.of("ties " + settings.ties().name().toLowerCase(Locale.ROOT)),
                settings.lengthPenalty() > 0
                    ? Stream.of("length penalty " + settings.lengthPenalty())
                    : Stream.<String>empty(),
                filters.stream().map(filter -> named(filter, settings)))
            .flatMap(parts -> parts)
            .collect(Collectors.joining(", "));
    return new RuledSelector(filters, rule, settings.ties(), settings.lengthPenalty(), description);
  }

  private static SelectionRule rule(SelectionSettings settings) {
    return switch (settings.rule()) {
      case SelectionSettings.BEST_OF_K -> new BestOfK(settings.perPrompt(), settings.keep());
      case SelectionSettings.GLOBAL_TOP -> new GlobalTop(settings.keep(), settings.perPrompt());
      case SelectionSettings.ALL -> new Everything(settings.perPrompt());
      case SelectionSettings.BEST_AND_WORST -> new BestAndWorst();
      default -> new Threshold(settings.threshold(), settings.perPrompt());
    };
  }

  private static String named(Filter filter, SelectionSettings settings) {
    return switch (filter.name()) {
      case "not solved", "not failed" -> filter.name() + " (at " + settings.threshold() + ")";
      case "solve-rate" ->
          filter.name()
              + " "
              + settings.groups().leastRate()
              + ".."
              + settings.groups().mostRate()
              + " (at "
              + settings.threshold()
              + ")";
      case "min-reward" -> filter.name() + " " + settings.minReward();
      default -> filter.name();
    };
  }
}
