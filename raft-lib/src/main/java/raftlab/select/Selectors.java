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
                filters.stream().map(filter -> named(filter, settings)))
            .flatMap(parts -> parts)
            .collect(Collectors.joining(", "));
    return new RuledSelector(filters, rule, settings.ties(), description);
  }

  private static SelectionRule rule(SelectionSettings settings) {
    return switch (settings.rule()) {
      case SelectionSettings.BEST_OF_K -> new BestOfK(settings.perPrompt(), settings.keep());
      case SelectionSettings.GLOBAL_TOP -> new GlobalTop(settings.keep(), settings.perPrompt());
      default -> new Threshold(settings.threshold(), settings.perPrompt());
    };
  }

  private static String named(Filter filter, SelectionSettings settings) {
    return switch (filter.name()) {
      case "not solved", "not failed" -> filter.name() + " (at " + settings.threshold() + ")";
      case "min-reward" -> filter.name() + " " + settings.minReward();
      default -> filter.name();
    };
  }
}
