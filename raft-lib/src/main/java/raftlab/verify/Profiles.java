package raftlab.verify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The named profiles: which options each changes. Those named after a peer reproduce its tables:
 *
 * <ul>
 *   <li>{@code rho}, {@code tora}: the mathematical evaluation harness and its predecessor, with
 *       their extraction ({@link HarnessExtraction}); a number may differ by a thousandth, and by a
 *       factor of 100 because the harness tries the percentage of the gold both ways.
 *   <li>{@code qwen}: the harness of Qwen2.5-Math, with our extraction, a ten-thousandth.
 *   <li>{@code mmlu-pro-script}, {@code mmlu-pro-script-first}: the official script, as it was and
 *       as it was at first ({@link MmluProExtraction}); {@code mmlu-pro} is our own reading.
 *   <li>{@code math-verify}, {@code prm800k}, {@code hendrycks}, {@code olympiad-judge}: the
 *       graders of those names, as far as options reach.
 * </ul>
 */
final class Profiles {

  /** Profile name to settings, in the order they are listed to the user. */
  static final Map<String, String> OPTIONS;

  static {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("default", "");
    named.put("gsm8k", "");
    named.put("math", "");
    named.put("aime", "");
    named.put("minerva", "tolerance=rel=1e-2");
    named.put("olympiad", "tolerance=rel=1e-6");
    named.put("theoremqa", "tolerance=rel=4e-2 booleans=words list_order=ordered");
    named.put("multiple-choice", "choices=A-D");
    named.put("mmlu-pro", "choices=A-J");
    named.put("math-verify", "far_boxes=near relation_as_set=yes tuple_vs_set=loose decimal_comma=either");
    named.put("qwen", "tolerance=rel=1e-4 percent=x100");
    named.put("tora", "tolerance=rel=1e-3 percent=x100 extraction=tora");
    named.put("rho", "tolerance=rel=1e-3 percent=x100 extraction=harness");
    named.put("mmlu-pro-script", "choices=A-J extraction=mmlu-pro");
    named.put("mmlu-pro-script-first", "choices=A-J extraction=mmlu-pro fallback=none");
    named.put("prm800k", "nontrivial_simplification=refused tolerance=exact");
    named.put("hendrycks", "tolerance=exact nontrivial_simplification=refused list_order=ordered");
    named.put("olympiad-judge", "tolerance=abs=1e-8 percent=value");
    OPTIONS = Collections.unmodifiableMap(named);
  }

  private Profiles() {}
}
