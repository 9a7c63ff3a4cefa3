package raftlab.verify;

import java.util.LinkedHashMap;
import java.util.Map;

/** Answers and responses that are made to be slow, large or deep. */
final class HostileCases {

  private static final int MEGABYTE = 1 << 20;

  private HostileCases() {}

  /** Answers by name. */
  static Map<String, String> answers() {
    Map<String, String> cases = new LinkedHashMap<>();
    numbers(cases);
    functions(cases);
    for (int n : new int[] {120, 2_000, 60_000}) {
      nested(cases, n);
      floods(cases, n);
    }
    lists(cases);
    polynomials(cases);
    characters(cases);
    return cases;
  }

  /** Responses of a megabyte, by what they repeat. */
  static Map<String, String> responses() {
    String[] pieces = {
      "$",
      ",",
      "\\boxed{",
      "\\boxed{1}",
      "\\boxed{1}, ",
      "the answer is ",
      "The answer is 5. ",
      "answer: ",
      "ANSWER ",
      "#### ",
      "####a",
      "#### x y\n",
      "{",
      "}",
      "(",
      "\\",
      "\n",
      "Q\n",
      "Question:\n",
      "</think>",
      "<think>",
      "<",
      "7",
      "7,",
      "1,234,",
      "A ",
      "(A) ",
      "\\[",
      "$$",
      "=",
      "$5$",
      "\u200f",
      "\u202e\u200b",
      "答案:",
      "Réponse: ",
      "\\text{",
      "box",
      "boxed",
      "\\boxed ",
      "\\boxed 5$",
      "answer is $",
      "answer is \\(",
      "answer is (",
      "nswer",
      "option ",
      "Choice is the option ",
      "final answer is $",
      "```output",
      "the answer is a long prose without any end ",
      "1 ",
      "0.",
      "option ",
      "Choice: ",
      "answer is option ",
      "A and B ",
    };
    Map<String, String> cases = new LinkedHashMap<>();
    for (String piece : pieces) {
      cases.put(piece, piece.repeat(MEGABYTE / piece.length()));
    }
    cases.put("tail", "the answer is " + "a".repeat(MEGABYTE));
    cases.put("digits in a box", "\\boxed{" + "7".repeat(MEGABYTE) + "}");
    return cases;
  }

  private static void numbers(Map<String, String> cases) {
    cases.put("tower", "7^{8^{9^{10}}}");
    cases.put("tall tower", "9^{".repeat(100) + "9" + "}".repeat(100));
    cases.put("factorials of factorials", "(((10!)!)!)!");
    cases.put("factorial flood", "100" + "!".repeat(1_900));
    cases.put("sum of factorials", "450!+".repeat(900) + "1");
    cases.put("product of factorials", "450!*".repeat(300) + "1");
    cases.put("million terms", "\\sum_{k=1}^{1000000} k^2");
    cases.put("ten million terms", "\\sum_{k=1}^{10000000} \\frac{1}{k}");
    cases.put("many sums", "\\sum_{k=1}^{2000} \\sin k+".repeat(40) + "1");
    cases.put("sum of a sum", "\\sum_{k=1}^{1999}\\sum_{j=1}^{1999} jk");
    cases.put("nested binomials", "\\binom{".repeat(60) + "1000" + "}{400}".repeat(60));
    cases.put("large binomials", "\\binom{1000000}{400}+".repeat(300) + "1");
    cases.put("huge exponent", "10^{10^9}");
    cases.put("scientific", "1e999999999");
    cases.put("tiny", "10^{-999999999}");
    cases.put("product of powers", "2^{4000}*".repeat(300) + "1");
    cases.put("sum of powers", "3^{2500}/7^{1400}+".repeat(150) + "1");
    cases.put("square roots", ("\\sqrt{" + "7".repeat(1_100) + "}+").repeat(40) + "1");
    cases.put("cube roots", ("\\sqrt[3]{" + "7".repeat(1_100) + "}+").repeat(40) + "1");
    cases.put("large root", "\\sqrt{" + "9".repeat(1_190) + "}");
    cases.put("large prime", "\\sqrt{2^{2203}-1}");
    cases.put("gcd", "\\gcd(" + ("7".repeat(1_000) + ",").repeat(50) + "3)");
    cases.put("long decimals", "0." + "1".repeat(1_100) + "*0." + "3".repeat(1_100));
    StringBuilder fractions = new StringBuilder("0");
    for (long i = 1; i < 600; i++) {
      fractions.append("+\\frac{1}{").append(1_000_003 * i + 7).append('}');
    }
    cases.put("sum of fractions", fractions.toString());
    cases.put("continued fraction", "1+\\frac{1}{".repeat(50) + "2" + "}".repeat(50));
    cases.put("continued fraction in x", "x+\\frac{1}{".repeat(50) + "x" + "}".repeat(50));
  }

  private static void functions(Map<String, String> cases) {
    cases.put("nested logarithms", "\\log(".repeat(40) + "10" + ")".repeat(40));
    cases.put("logarithms", "\\ln(123457*1234577)+".repeat(200) + "1");
    cases.put("logarithm of a long number", ("\\ln(" + "7".repeat(1_100) + ")+").repeat(30) + "1");
    cases.put("many functions", "\\sin(\\cos(\\tan(\\exp(x))))+".repeat(150) + "1");
    cases.put("four variables", "\\sin(x)\\cos(y)\\tan(z)\\ln(w)+".repeat(90) + "1");
    cases.put("powers of powers", "x^{y^{z}}*".repeat(200) + "1");
    cases.put("complex powers", "(x+i)^{y+i}+".repeat(150) + "1");
    cases.put("unknown functions", "f(x)+g(y)+h(z)+".repeat(120) + "1");
    cases.put("identity with a trace", "\\sin(x)^2+\\cos(x)^2+10^{-30}");
  }

  private static void nested(Map<String, String> cases, int n) {
    String[][] pairs = {
      {"(", ")"},
      {"{", "}"},
      {"[", "]"},
      {"|", "|"},
      {"\\{", "\\}"},
      {"\\frac{1}{", "}"},
      {"\\sqrt{", "}"},
      {"\\sqrt[", "]{2}"},
      {"\\left(", "\\right)"},
      {"\\text{", "}"},
      {"x_{", "}"},
      {"\\lfloor ", "\\rfloor"},
      {"\\sin ", ""},
      {"-", ""},
      {"√", ""},
      {"f(", ")"},
      {"\\begin{pmatrix}", "\\end{pmatrix}"},
      {"{(", ")}"},
      {"x^", ""},
      {"\\log_{2}", ""},
    };
    for (String[] pair : pairs) {
      int times = Math.min(n, 60_000 / (pair[0].length() + pair[1].length()));
      cases.put("nested " + n + " " + pair[0], pair[0].repeat(times) + "1" + pair[1].repeat(times));
    }
  }

  private static void floods(Map<String, String> cases, int n) {
    String[] pieces = {
      "(",
      "}",
      "}{",
      "\\",
      "\\\\a",
      "$",
      ",",
      ";",
      "7",
      "'",
      "\\text{",
      "\\boxed{",
      "\\color{",
      "\\begin{",
      "\\frac",
      "\\overline{3}",
      "word ",
      " and 2",
      "+1",
      "*3",
      " x",
      "\\pm 1",
      "=1",
      "<x",
      " kg",
      "\\%",
      "^\\circ",
      "/2",
      "\\frac{1}{2}",
      ",234",
      "\\cup(1,2)",
      "!",
      "#### ",
    };
    for (String piece : pieces) {
      cases.put(
          "flood " + n + " " + piece, "5" + piece.repeat(Math.min(n, 60_000 / piece.length())));
    }
  }

  private static void lists(Map<String, String> cases) {
    StringBuilder integers = new StringBuilder("0");
    StringBuilder decimals = new StringBuilder("0.5");
    StringBuilder roots = new StringBuilder("\\sqrt{2}");
    StringBuilder expressions = new StringBuilder("x");
    for (int i = 1; i < 256; i++) {
      integers.append(", ").append(7 * i + 1);
      decimals.append(", ").append(i).append(".5");
      roots.append(", \\sqrt{").append(7 * i + 2).append('}');
      expressions.append(", x^{").append(i).append("}+\\sin(").append(i).append("x)");
    }
    cases.put("list of integers", integers.toString());
    cases.put("set of decimals", "\\{" + decimals + "\\}");
    cases.put("set of roots", "\\{" + roots + "\\}");
    cases.put("list of expressions", expressions.toString());
    cases.put("signs", "\\pm 1,".repeat(200) + "1");
    cases.put("unions", "(" + "1,2)\\cup(".repeat(250) + "1,2)");
    String row = "12&".repeat(31) + "1\\\\";
    cases.put("matrix", "\\begin{pmatrix}" + row.repeat(32) + "\\end{pmatrix}");
    cases.put("large matrix", "\\begin{pmatrix}" + row.repeat(600) + "\\end{pmatrix}");
  }

  private static void polynomials(Map<String, String> cases) {
    cases.put("power of a sum", "(a+b+c+d)^{200}");
    cases.put("many variables", "(a+b+c+d+e+f+g+h)^{20}");
    cases.put("powers in powers", "((((x+1)^{4}+1)^{4}+1)^{4}+1)^4");
    cases.put("products", "(x+y)^{9}*".repeat(20) + "1");
    cases.put("surds", "(x+\\sqrt{2}+\\sqrt{3}+\\sqrt{5}+i)^{50}");
    cases.put("long coefficients", "(" + "9".repeat(1_000) + "x+" + "7".repeat(1_000) + ")^{40}");
    cases.put("long names", "(x_{" + "1".repeat(3_000) + "}+y)^{60}");
    cases.put("equation", "(x+y+z)^{20}=(a+b)^{20}");
    StringBuilder quotients = new StringBuilder("1");
    for (int i = 1; i < 40; i++) {
      quotients.append("+\\frac{1}{x+").append(i).append('}');
    }
    cases.put("quotients", quotients.toString());
  }

  private static void characters(Map<String, String> cases) {
    cases.put("right to left", "\u202e\u200f12\u200d3".repeat(2_000));
    cases.put("zero width", "\u200b".repeat(60_000) + "5");
    cases.put("combining", "5" + "\u0301".repeat(60_000));
    cases.put("pairs", "\ud83d\ude00".repeat(30_000));
    cases.put("half pairs", "\ud800".repeat(60_000));
    cases.put("nul", "\0".repeat(60_000));
    cases.put("spaces", "5" + " ".repeat(60_000) + "x");
  }
}
