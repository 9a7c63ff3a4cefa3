package raftlab.verify;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Time and memory of every hostile case after warm-up, as gold, as answer and as response. Prints
 * the slowest, and the worst of all as JSON. Time is that of the thread's processor, so that a busy
 * machine disturbs it less.
 */
public final class VerifierWorstCase {

  private static final int SHOWN = 15;
  private static final int WARM_UP = 4;
  private static final int REPEATS = 5;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private record Cost(String name, double milliseconds, double mebibytes) {}

  private final List<Cost> costs = new ArrayList<>();

  private VerifierWorstCase() {}

  public static void main(String[] args) {
    VerifierWorstCase worst = new VerifierWorstCase();
    Verifier verifier = Verifier.of(Profile.DEFAULT);
    for (int k = 0; k < WARM_UP; k++) {
      worst.costs.clear();
      worst.answers(verifier);
      worst.responses();
    }
    worst.report();
  }

  private void answers(Verifier verifier) {
    for (Map.Entry<String, String> entry : HostileCases.answers().entrySet()) {
      String text = entry.getValue();
      String name = entry.getKey();
      measure(name + ", answer", () -> verifier.verifyAnswer(text, "5"));
      measure(name + ", gold", () -> verifier.verifyAnswer("5", text));
      measure(name + ", both", () -> verifier.verifyAnswer(text + "+1", "x+" + text));
      measure(name + ", bracketed", () -> verifier.verifyAnswer(text, "(" + text + ")"));
      measure(name + ", boxed", () -> verifier.verify("so \\boxed{" + text + "}", text));
    }
  }

  private void responses() {
    for (String profile : List.of("default", "multiple-choice", "rho", "mmlu-pro-script")) {
      Verifier verifier = Verifier.of(Profile.named(profile).with("reasoning", "cut"));
      for (Map.Entry<String, String> entry : HostileCases.responses().entrySet()) {
        String name = "1 MiB of [" + entry.getKey().strip() + "], " + profile;
        measure(name, () -> verifier.verify(entry.getValue(), "5"));
      }
    }
  }

  private void measure(String name, Supplier<Verdict> work) {
    long best = Long.MAX_VALUE;
    long bytes = 0;
    for (int i = 0; i < REPEATS; i++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      long start = THREADS.getCurrentThreadCpuTime();
      Objects.requireNonNull(work.get(), name);
      best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
      bytes = Math.max(bytes, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    costs.add(new Cost(name, best / 1e6, bytes / (double) (1 << 20)));
  }

  private void report() {
    costs.sort(Comparator.comparingDouble(Cost::milliseconds).reversed());
    for (Cost cost : costs.subList(0, SHOWN)) {
      System.err.printf(
          Locale.ROOT, "%7.2f ms %6.1f MiB  %s%n", cost.milliseconds, cost.mebibytes, cost.name);
    }
    System.out.printf(
        Locale.ROOT,
        "{\"cases\": %d, \"worst_ms\": %.2f, \"above_10_ms\": %d, \"most_mib\": %.1f}%n",
        costs.size(),
        costs.get(0).milliseconds,
        costs.stream().filter(cost -> cost.milliseconds > 10).count(),
        costs.stream().mapToDouble(Cost::mebibytes).max().orElseThrow());
  }
}
