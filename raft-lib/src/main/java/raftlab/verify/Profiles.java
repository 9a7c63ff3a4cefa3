package raftlab.verify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The named profiles: which options each changes, and what it is for. Those named after a peer
 * follow its grader as far as options reach; what they do otherwise is said beside each. The
 * options {@code extraction=tora}, {@code harness} and {@code mmlu-pro} are {@link
 * HarnessExtraction} and {@link MmluProExtraction}.
 */
final class Profiles {

  /**
   * A profile.
   *
   * @param settings options that differ from the default, with spaces between them
   * @param purpose what it is for, whose grader it follows and where it does not
   */
  record Entry(String settings, String purpose) {}

  /** Profile name to entry, in the order they are listed to the user. */
  static final Map<String, Entry> ALL;

  private static final Map<String, Entry> LISTED = new LinkedHashMap<>();

  static {
    general();
    peers();
    ALL = Collections.unmodifiableMap(LISTED);
  }

  private Profiles() {}

  private static void profile(String name, String settings, String purpose) {
    LISTED.put(name, new Entry(settings, purpose));
  }

  private static void general() {
    profile(
        "default",
        "",
        "the options as documented; wherever graders disagree, the reading with"
            + " fewer wrong acceptances");
    profile(
        "gsm8k",
        "",
        "grade-school word problems: the number after ####, else after \"the "
            + "answer is\", else the last one");
    profile("math", "", "MATH and MATH-500: the last box");
    profile(
        "aime",
        "equation_as_value=yes",
        "AIME: an integer from 0 to 999; leading zeros do not matter");
    profile(
        "minerva",
        "tolerance=rel=1e-2",
        "Minerva's science problems: a number may differ by one per cent");
    profile(
        "olympiad",
        "tolerance=rel=1e-6",
        "OlympiadBench; the error bound of a problem is given by tolerance=abs=...");
    profile(
        "theoremqa",
        "tolerance=rel=4e-2 booleans=words list_order=ordered tuple_vs_set=loose",
        "TheoremQA: four per cent, yes and no in words");
    profile(
        "multiple-choice",
        "choices=A-D",
        "four choices, GPQA among them: the letter that is announced, boxed or stands alone");
    profile(
        "mmlu-pro",
        "choices=A-J",
        "ten choices, read as ours are; a missing letter is wrong, not guessed");
  }

  private static void peers() {
    profile(
        "math-verify",
        "far_boxes=near relation_as_set=yes tuple_vs_set=loose decimal_comma=either"
            + " equation_as_value=yes",
        "Math-Verify 0.8 and what is built on it (lighteval, Open-R1, TRL); its"
            + " suite but for a fault of arithmetic and inline formulas over several "
            + "lines, which we read");
    profile("nemo-skills", "", "NeMo-Skills' math_equal");
    profile(
        "qwen",
        "tolerance=rel=1e-4 percent=x100",
        "Qwen2.5-Math's harness with our extraction; it also takes a hundredth "
            + "and a hundredfold");
    profile(
        "tora",
        "tolerance=rel=1e-3 percent=x100 extraction=tora",
        "ToRA's harness with its extraction");
    profile(
        "rho",
        "tolerance=rel=1e-3 percent=x100 extraction=harness",
        "the mathematical evaluation harness of Rho-1, with its extraction");
    profile(
        "mario",
        "tolerance=rel=1e-3",
        "MARIO-Math-Evaluation's is_equiv; it refuses a short unit glued to a "
            + "number (10cm), for which set units=required");
    profile(
        "mmlu-pro-script",
        "choices=A-J extraction=mmlu-pro",
        "the official script of MMLU-Pro, but that it guesses no letters");
    profile(
        "mmlu-pro-script-first",
        "choices=A-J extraction=mmlu-pro fallback=none",
        "the same script as it was at first");
    profile(
        "prm800k",
        "nontrivial_simplification=refused tolerance=exact",
        "the grader of PRM800K: an integer must be written as one, a fraction "
            + "in the gold's terms");
    profile(
        "simple-evals",
        "nontrivial_simplification=refused",
        "simple-evals' equality by its rules for a judge: trivial simplifications only");
    profile(
        "hendrycks",
        "tolerance=exact nontrivial_simplification=refused list_order=ordered",
        "is_equiv of MATH and of lm-eval's hendrycks_math, MetaMath and Abel; "
            + "it compares strings, we still compare what they mean");
    profile(
        "minerva-lm-eval",
        "tolerance=exact list_order=ordered",
        "lm-evaluation-harness' minerva_math: equal after simplification, no tolerance");
    profile(
        "olympiad-judge",
        "tolerance=abs=1e-8 percent=value",
        "OlympiadBench's own judge; it takes a hundredth and a hundredfold of "
            + "bare numbers, we only of a written percent");
    profile(
        "theoremqa-script",
        "tolerance=rel=4e-2 booleans=words tuple_vs_set=loose",
        "TheoremQA's own script; it also takes any decimal that rounds to an "
            + "integer gold, we do not");
  }
}
