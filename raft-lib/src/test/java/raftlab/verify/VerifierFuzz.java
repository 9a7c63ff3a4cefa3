package raftlab.verify;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Mutated answers against what must hold for every text: no exception, a verdict on a text and
 * itself that is never "different", the same verdict with the sides changed, and with marks added
 * that mean nothing; a changed numeral is never the same.
 */
public final class VerifierFuzz {

  private static final long SLOW = TimeUnit.MILLISECONDS.toNanos(10);

  private final Verifier verifier = Verifier.of(Profile.DEFAULT);
  private final FuzzCorpus corpus;
  private long slowest;
  private long slow;
  private long unknown;
  private String slowestText = "";

  private VerifierFuzz(long seed) {
    this.corpus = new FuzzCorpus(seed);
  }

  /** Arguments: how many inputs, and the seed of the first. */
  public static void main(String[] args) {
    int count = Integer.parseInt(args[0]);
    VerifierFuzz fuzz = run(count, args.length > 1 ? Long.parseLong(args[1]) : 1);
    System.out.printf(
        Locale.ROOT,
        "{\"inputs\": %d, \"slowest_ms\": %.2f, \"above_10_ms\": %d, \"unknown\": %d}%n",
        count,
        fuzz.slowest / 1e6,
        fuzz.slow,
        fuzz.unknown);
    System.err.println("slowest: " + fuzz.slowestText);
  }

  /** Runs so many inputs; throws at the first that breaks a rule. */
  static VerifierFuzz run(int count, long seed) {
    VerifierFuzz fuzz = new VerifierFuzz(seed);
    for (int i = 0; i < count; i++) {
      fuzz.step();
    }
    return fuzz;
  }

  private void step() {
    String a = corpus.next();
    String b = corpus.below(3) == 0 ? corpus.next() : a + corpus.below(10);
    Verdict forward = timed(a, b);
    Verdict backward = timed(b, a);
    require(forward.equal() == backward.equal(), "is not symmetric", a, b);
    Verdict same = timed(a, a);
    require(same.outcome() != Outcome.DIFFERENT, "differs from itself", a, a);
    if (plain(a) && verifier.goldProblem(a).isEmpty()) {
      require(timed(corpus.noisy(a), a).equal(), "changes with its form", a, a);
    }
    require(verifier.verify("thus \\boxed{" + a, b) != null, "has no verdict", a, b);
    numeral();
    unknown += forward.outcome() == Outcome.UNKNOWN ? 1 : 0;
  }

  private void numeral() {
    long number = corpus.below(1_000_000_000);
    String gold = Long.toString(number);
    String other = Long.toString(number + 1 + corpus.below(9));
    require(!timed(other, gold).equal(), "is taken for another number", other, gold);
    require(
        !timed("\\frac{" + other + "}{7}", "\\frac{" + gold + "}{7}").equal(),
        "is taken for another fraction",
        other,
        gold);
  }

  /** Marks around an answer mean nothing unless they pair with some inside it. */
  private static boolean plain(String text) {
    return text.chars()
        .noneMatch(c -> c == '$' || c == '#' || c == '\\' || c == '{' || c == '}' || c > 126);
  }

  private Verdict timed(String answer, String gold) {
    long start = System.nanoTime();
    try {
      return verifier.verifyAnswer(answer, gold);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("threw on [" + answer + "] against [" + gold + "]", e);
    } finally {
      note(System.nanoTime() - start, answer + " against " + gold);
    }
  }

  private void note(long nanoseconds, String what) {
    slow += nanoseconds > SLOW ? 1 : 0;
    if (nanoseconds > slowest) {
      slowest = nanoseconds;
      slowestText = what;
    }
  }

  private static void require(boolean holds, String what, String a, String b) {
    if (!holds) {
      throw new AssertionError("[" + a + "] " + what + ", with [" + b + "]");
    }
  }
}
