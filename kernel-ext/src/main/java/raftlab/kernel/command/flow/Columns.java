package raftlab.kernel.command.flow;

import java.util.Set;
import java.util.TreeSet;
import raftlab.core.RolloutSet;

/** The columns that imported completions carry. */
final class Columns {

  private Columns() {}

  /** Returns the names of a set's columns in alphabetical order. */
  static Set<String> of(RolloutSet set) {
    Set<String> names = new TreeSet<>();
    set.rollouts()
        .forEach(
            group -> group.completions().forEach(each -> names.addAll(each.columns().keySet())));
    return names;
  }

  /** Returns them as text, {@code none} if there are none. */
  static String named(RolloutSet set) {
    Set<String> names = of(set);
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
