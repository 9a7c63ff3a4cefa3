package raftlab.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What the normaliser makes of LaTeX macros and Unicode signs. */
final class Macros {

  /** Macros that only wrap words. */
  static final Set<String> TEXT =
      Set.of(
          "text",
          "mbox",
          "textbf",
          "textit",
          "textrm",
          "textnormal",
          "textsf",
          "texttt",
          "mathrm",
          "operatorname",
          "hbox",
          "emph",
          "rm",
          "mathsf",
          "mathtt",
          "textup",
          "textsc");

  /** Macros that only change how mathematics looks: their argument stays. */
  static final Set<String> STYLE =
      Set.of(
          "mathbf",
          "mathit",
          "boldsymbol",
          "bm",
          "boxed",
          "fbox",
          "underline",
          "displaylimits",
          "mathcal",
          "ensuremath",
          "mathord",
          "mathop",
          "mathnormal",
          "textcolor",
          "cancel",
          "vec",
          "overrightarrow",
          "pmb",
          "underset",
          "hat",
          "widehat");

  /** Macros dropped with their argument. */
  static final Set<String> SILENT =
      Set.of("hspace", "vspace", "phantom", "tag", "label", "color", "hphantom", "vphantom");

  private static final Map<String, String> BY_NAME = new HashMap<>();
  private static final Map<Character, String> BY_SIGN = new HashMap<>();

  static {
    names(
        "",
        "left right mleft mright big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr middle bigm");
    names(
        "",
        "displaystyle textstyle scriptstyle limits nolimits mathstrut strut hline nonumber bf it sf tt");
    names("", "checkmark blacksquare qed");
    names(" ", "quad qquad enspace thinspace space medspace thickspace enskip newline par");
    names("\\frac", "dfrac tfrac cfrac");
    names("\\binom", "dbinom tbinom");
    names("\\approx", "approx simeq doteq approxeq");
    names("*", "times cdot ast bullet");
    names("/", "div slash");
    names("\\le", "le leq leqslant leqq");
    names("\\ge", "ge geq geqslant geqq");
    names("\\ne", "ne neq");
    names("<", "lt");
    names(">", "gt");
    names("=", "eq");
    names("\\to", "to rightarrow longrightarrow implies Rightarrow Longrightarrow");
    names("\\iff", "iff Leftrightarrow leftrightarrow");
    names("\\infty", "infty infin");
    names("\\pm", "pm");
    names("\\and", "land wedge");
    names("\\or", "lor vee");
    names("\\{", "lbrace");
    names("\\}", "rbrace");
    names("[", "lbrack");
    names("]", "rbrack");
    names("(", "lparen lgroup");
    names(")", "rparen rgroup");
    names("\\lceil", "ulcorner");
    names("\\rceil", "urcorner");
    names("\\lfloor", "llcorner");
    names("\\rfloor", "lrcorner");
    names("|", "lvert rvert vert mid lVert rVert Vert");
    names("\\dots", "dots ldots cdots dotsc dotsb");
    names("^\\circ", "degree degrees textdegree");
    names("\\%", "percent");
    names("\\emptyset", "emptyset varnothing");
    names("\\phi", "varphi");
    names("\\epsilon", "varepsilon");
    names("\\theta", "vartheta");
    names("\\tan", "tg");
    names("\\cot", "ctg cotg");
    names("\\arctan", "arctg");
    names("'", "prime");
    names(":", "colon");
    names("-", "textminus");
    names("\\setminus", "setminus backslash smallsetminus");
    names("\\mathbb", "mathbb Bbb");
    names("\\$", "dollar textdollar");
    names("€", "euro texteuro");
    names("£", "pounds textsterling");
    names("\\overline", "overline bar");
    names("~", "sim");
    names("i", "imath");
    names("j", "jmath");
    names("\\mod", "bmod");

    signs("-", "−–—‐‑﹣－");
    signs("*", "×·⋅∙∗＊•");
    signs("/", "÷∕⁄／");
    signs("\\le", "≤⩽");
    signs("\\ge", "≥⩾");
    signs("\\ne", "≠");
    signs("\\pi", "π");
    signs("\\infty", "∞");
    signs("\\pm", "±");
    signs("\\mp", "∓");
    signs("\\text{cents}", "¢￠");
    signs("\\cup", "∪");
    signs("\\cap", "∩");
    signs("\\in", "∈");
    signs("\\emptyset", "∅");
    signs("\\to", "→⇒");
    signs("\\approx", "≈");
    signs("^\\circ", "°º˚");
    signs("\\dots", "…");
    signs("'", "’′");
    signs("(", "（");
    signs(")", "）");
    signs(",", "，、");
    signs(":", "：");
    signs("=", "＝");
    signs("+", "＋");
    signs("<", "＜");
    signs(">", "＞");
    signs("\\%", "％%");
    signs("\\alpha", "α");
    signs("\\beta", "β");
    signs("\\gamma", "γ");
    signs("\\delta", "δ");
    signs("\\theta", "θ");
    signs("\\lambda", "λ");
    signs("\\mu", "μµ");
    signs("\\rho", "ρ");
    signs("\\sigma", "σ");
    signs("\\tau", "τ");
    signs("\\phi", "φϕ");
    signs("\\omega", "ω");
    signs("\\and", "∧");
    signs("\\or", "∨");
    signs("\\setminus", "∖");
    signs("\\lfloor", "⌊");
    signs("\\rfloor", "⌋");
    signs("\\lceil", "⌈");
    signs("\\rceil", "⌉");
    fractions("½12 ⅓13 ⅔23 ¼14 ¾34 ⅕15 ⅖25 ⅗35 ⅘45 ⅙16 ⅚56 ⅛18 ⅜38 ⅝58 ⅞78");
  }

  /** Macros that may stand in a calculation with numbers only. */
  private static final Set<String> NUMERIC =
      Set.of(
          "frac",
          "dfrac",
          "tfrac",
          "cfrac",
          "sqrt",
          "pi",
          "cdot",
          "times",
          "div",
          "left",
          "right",
          "binom",
          "dbinom",
          "log",
          "ln",
          "sin",
          "cos",
          "tan",
          "pm",
          "quad",
          "circ",
          "big",
          "Big",
          "displaystyle");

  private Macros() {}

  static boolean numeric(String name) {
    return NUMERIC.contains(name);
  }

  /** Returns the replacement of a macro: empty to drop it, a space, or null to keep it as it is. */
  static String named(String name) {
    return BY_NAME.get(name);
  }

  /** Returns the replacement of a sign outside ASCII (or a percent sign), or null to keep it. */
  static String sign(char c) {
    return BY_SIGN.get(c);
  }

  private static void names(String replacement, String names) {
    for (String name : names.split(" ")) {
      BY_NAME.put(name, replacement);
    }
  }

  private static void signs(String replacement, String signs) {
    for (int i = 0; i < signs.length(); i++) {
      BY_SIGN.put(signs.charAt(i), replacement);
    }
  }

  private static void fractions(String list) {
    for (String item : list.split(" ")) {
      BY_SIGN.put(item.charAt(0), "\\frac{" + item.charAt(1) + "}{" + item.charAt(2) + "}");
    }
  }
}
