package raftlab.verify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The named profiles: which options each changes. */
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
    named.put("math-verify", "far_boxes=join relation_as_set=yes tuple_vs_set=loose");
    named.put("qwen", "tolerance=rel=1e-4 percent=x100");
    named.put("tora", "tolerance=rel=1e-3 percent=x100");
    named.put("prm800k", "nontrivial_simplification=refused tolerance=exact");
    named.put("hendrycks", "tolerance=exact nontrivial_simplification=refused list_order=ordered");
    named.put("olympiad-judge", "tolerance=abs=1e-8 percent=value");
    OPTIONS = Collections.unmodifiableMap(named);
  }

  private Profiles() {}
}
