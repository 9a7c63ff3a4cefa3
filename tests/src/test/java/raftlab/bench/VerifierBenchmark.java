package raftlab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import raftlab.core.Completion;
import raftlab.core.Rollout;
import raftlab.data.RolloutImport;
import raftlab.verify.Profile;
import raftlab.verify.Verdict;
import raftlab.verify.Verifier;

/**
 * Answers per second of the verifier: the 800 public responses to MATH problems, end to end from
 * the text, and expressions that need the parser and an exact form or sampling. One operation is
 * one answer. Run by {@code tests/bench/verifier.sh}.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class VerifierBenchmark {

  /** A text to grade and its gold. */
  private record Case(String text, String gold) {}

  /** The public responses; needs RAFT_DATA_HOME. */
  @State(Scope.Thread)
  public static class Responses {

    private final List<Case> cases = new ArrayList<>();
    private int next;

    public Responses() {
      java.nio.file.Path file =
          java.nio.file.Path.of(
              System.getenv("RAFT_DATA_HOME"),
              "rollouts/qwen25math_math_cot_100/math_cot_100.jsonl");
      for (Rollout rollout : RolloutImport.read(file).rollouts().rollouts()) {
        for (Completion completion : rollout.completions()) {
          cases.add(new Case(completion.text(), rollout.prompt().answer()));
        }
      }
    }

    Case next() {
      next = next + 1 < cases.size() ? next + 1 : 0;
      return cases.get(next);
    }
  }

  /** Expressions whose spelling differs from the gold's, half of them equal to it. */
  @State(Scope.Thread)
  public static class Hard {

    private static final String[] PAIRS = {
      "(x+1)^5",
      "x^5+5x^4+10x^3+10x^2+5x+1",
      "(x+1)^5",
      "x^5+5x^4+10x^3+10x^2+5x+2",
      "\\sqrt{5+2\\sqrt{6}}",
      "\\sqrt{2}+\\sqrt{3}",
      "\\sqrt{5+2\\sqrt{6}}",
      "\\sqrt{2}+\\sqrt{3.1}",
      "\\sin(2x)",
      "2\\sin x\\cos x",
      "\\cos(3t)",
      "4\\cos^3 t-3\\cos t",
      "\\cos(3t)",
      "4\\cos^3 t+3\\cos t",
      "\\frac{1}{x}-\\frac{1}{x+1}",
      "\\frac{1}{x(x+1)}",
      "\\frac{a}{b}+\\frac{c}{d}",
      "\\frac{ad+bc}{bd}",
      "\\ln 12",
      "2\\ln 2+\\ln 3",
      "\\log_2 80",
      "4+\\log_2 5",
      "\\log_2 80",
      "5+\\log_2 5",
      "e^{i\\pi/3}",
      "\\frac{1+i\\sqrt{3}}{2}",
      "\\frac{1}{2-\\sqrt{3}}",
      "2+\\sqrt{3}",
      "\\sqrt[3]{54}",
      "3\\sqrt[3]{2}",
      "\\sqrt{x^2}",
      "x",
      "\\tan(x+\\frac{\\pi}{4})",
      "\\frac{1+\\tan x}{1-\\tan x}",
      "\\binom{20}{7}",
      "77520",
      "\\frac{12!}{9!\\cdot 3!}",
      "220",
      "\\sum_{k=1}^{50} k^2",
      "42925",
      "7^{8^{9}}",
      "8^{7^{9}}",
      "[-3,5)\\cup(7,\\infty)",
      "(7,\\infty)\\cup[-3,5)",
      "[-3,5)\\cup(7,\\infty)",
      "[-3,5]\\cup(7,\\infty)",
      "\\{1,\\sqrt{2},\\pi\\}",
      "\\{\\pi,1,\\frac{2}{\\sqrt{2}}\\}",
      "\\begin{pmatrix}1&2\\\\3&\\frac{8}{2}\\end{pmatrix}",
      "\\begin{bmatrix}1&2\\\\3&4\\end{bmatrix}",
      "2x+3y=6",
      "y=2-\\frac{2x}{3}",
      "3x-2>10",
      "x>4",
      "-2\\le x<7",
      "[-2,7)",
      "\\frac{\\sqrt{3}}{4}s^2",
      "\\frac{s^2\\sqrt{3}}{4}",
      "(\\frac{3\\pi}{2},-\\sqrt{8})",
      "(1.5\\pi,-2\\sqrt{2})",
      "x^3-y^3",
      "(x-y)(x^2+xy+y^2)",
      "n(n+1)(2n+1)/6",
      "\\frac{2n^3+3n^2+n}{6}",
      "\\arctan 1",
      "\\frac{\\pi}{4}",
      "1\\pm\\sqrt{7}",
      "1+\\sqrt{7},1-\\sqrt{7}",
      "0.\\overline{142857}",
      "\\frac{1}{7}",
      "\\frac{x^2-9}{x-3}",
      "x+3",
      "3.7\\times 10^{4}",
      "37000",
      "5\\text{ km}",
      "5000\\text{ m}",
      "\\sinh x",
      "\\frac{e^x-e^{-x}}{2}",
      "2^{n+3}",
      "8\\cdot 2^n",
      "|x-3|",
      "|3-x|",
    };

    private final List<Case> cases = new ArrayList<>();
    private int next;

    public Hard() {
      for (int i = 0; i < PAIRS.length; i += 2) {
        cases.add(new Case(PAIRS[i + 1], PAIRS[i]));
        cases.add(new Case(PAIRS[i], PAIRS[i + 1]));
      }
    }

    Case next() {
      next = next + 1 < cases.size() ? next + 1 : 0;
      return cases.get(next);
    }
  }

  private static final Verifier VERIFIER = Verifier.of(Profile.named("math"));

  @Benchmark
  public Verdict responses(Responses responses) {
    Case one = responses.next();
    return VERIFIER.verify(one.text(), one.gold());
  }

  @Benchmark
  public Verdict hardExpressions(Hard hard) {
    Case one = hard.next();
    return VERIFIER.verifyAnswer(one.text(), one.gold());
  }
}
