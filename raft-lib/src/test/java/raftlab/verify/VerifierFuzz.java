package raftlab.verify;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
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
  private final List<String> broken = new ArrayList<>();
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
        "{\"inputs\": %d, \"slowest_ms\": %.2f, \"above_10_ms\": %d, \"unknown\": %d, \"broken\": %d}%n",
        count,
        fuzz.slowest / 1e6,
        fuzz.slow,
        fuzz.unknown,
        fuzz.broken.size());
    fuzz.broken.stream().limit(50).forEach(System.err::println);
    System.err.println("slowest: " + fuzz.slowestText);
  }

  /** Runs so many inputs. */
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
    long start = cpu();
    try {
      Verdict verdict = verifier.verifyAnswer(answer, gold);
      long taken = cpu() - start;
      if (taken > SLOW / 2) {
        slow(answer, gold, taken);
      }
      return verdict;
    } catch (RuntimeException | StackOverflowError e) {
      broken.add("[" + answer + "] throws " + e + ", with [" + gold + "]");
      return verifier.verifyAnswer("1", "2");
    }
  }

  /** The thread's processor time, which a busy machine does not lengthen much. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Takes the best of three, since the first may have been interpreted. */
  private void slow(String answer, String gold, long first) {
    long best = first;
    for (int i = 0; i < 2; i++) {
      long start = cpu();
      verifier.verifyAnswer(answer, gold);
      best = Math.min(best, cpu() - start);
    }
    note(best, answer + " against " + gold);
  }

  private void note(long nanoseconds, String what) {
    slow += nanoseconds > SLOW ? 1 : 0;
    if (nanoseconds > slowest) {
      slowest = nanoseconds;
      slowestText = what;
    }
  }

  private void require(boolean holds, String what, String a, String b) {
    if (!holds) {
      broken.add("[" + a + "] " + what + ", with [" + b + "]");
    }
  }

  /** Returns what broke a rule. */
  List<String> broken() {
    return List.copyOf(broken);
  }
}
