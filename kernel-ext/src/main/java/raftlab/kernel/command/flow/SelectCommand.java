package raftlab.kernel.command.flow;

import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import raftlab.core.ScoredSet;
import raftlab.core.Selection;
import raftlab.core.Selector;
import raftlab.kernel.command.Command;
import raftlab.kernel.command.ExitCode;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.select.Selectors;

/** Keeps the best completions. */
public final class SelectCommand implements Command {

  @Parameters(arity = "0..1", description = "scored rollouts (the last ones)")
  String scored;

  @Mixin SelectionOptions options;

  @Override
  public Object run(Session session) {
    Selector selector = Selectors.of(options.settings());
    ScoredSet all = session.get(Kinds.SCORED, scored);
    Selection selection = selector.select(all, session.options().seed());
    if (selection.isEmpty()) {
      session.note(nothing(all));
      session.exit(ExitCode.NOTHING_TO_DO);
    }
    lowest(all, selection).ifPresent(session::note);
    return session.keep(Kinds.SELECTION, selection.name(), selection);
  }

  /** Says how many kept completions have the lowest reward there is, unless all rewards equal. */
  static Optional<String> lowest(ScoredSet all, Selection selection) {
    double least = all.values().min().orElse(0);
    double most = all.values().max().orElse(0);
    long kept = selection.kept().stream().filter(each -> each.reward() <= least).count();
    if (kept == 0 || least == most) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%d of %d kept completions have the lowest reward, %s: the best of an all-wrong group is"
                + " wrong.  --min-reward %s keeps only the best rewarded, --drop-failed leaves"
                + " all-wrong groups out.",
            kept,
            selection.kept().size(),
            plain(least),
            plain(most)));
  }

  private static String plain(double value) {
    return value == Math.rint(value)
        ? String.valueOf((long) value)
        : String.format(Locale.ROOT, "%.3g", value);
  }

  private static String nothing(ScoredSet all) {
    int groups = all.groups().size();
    boolean wrong = all.values().allMatch(value -> value <= 0);
    return wrong
        ? "all "
            + groups
            + " groups are all-wrong, nothing to train on.  Try an easier set (--from"
            + " toy), more completions (-k 16), or a stronger start."
        : "nothing was kept of " + groups + " groups.  The funnel below says where they went.";
  }
}
