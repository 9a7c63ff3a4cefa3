package raftlab.reward;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import raftlab.core.Checks;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;
import raftlab.core.RewardFunction;

/**
 * A reward less the cost of leaving the reference policy:
 *
 * <pre>
 * r~ = r - beta * sum_t m_t (l_old_t - l_ref_t)
 * </pre>
 *
 * with estimator k1 and the sequence sum in nats (arXiv 2304.06767, extension; arXiv 2504.11343).
 * Records {@code task} (r) and {@code kl} (the sum). The sums are computed by the engine and given
 * per completion; one that is NaN makes the reward skipped. Thread-safe if its parts are.
 *
 * @param reward r
 * @param beta coefficient, 0 or more; the paper uses 0, 0.005, 0.01 and 0.1
 * @param klSum the sum for a completion of a prompt, in nats
 */
public record KlShaped(
    RewardFunction reward, double beta, ToDoubleBiFunction<Prompt, Completion> klSum)
    implements RewardFunction {

  /** The name under which the KL sum is recorded. */
  public static final String PART = "kl";

  public KlShaped {
    Checks.notNull(reward, "reward");
    Checks.notNull(klSum, "KL sums");
    checked(beta);
  }

  /** Returns a coefficient that is one. */
  public static double checked(double beta) {
    Checks.usage(
        beta >= 0 && Double.isFinite(beta),
        "--kl-beta " + beta + " is not a coefficient",
        "",
        "Give 0 (off) or more, such as 0.01");
    return beta;
  }

  @Override
  public boolean countsKl() {
    return true;
  }

  @Override
  public String name() {
    return reward.name() + " - " + beta + " x KL (k1)";
  }

  @Override
  public Reward score(Prompt prompt, Completion completion) {
    Reward task = reward.score(prompt, completion);
    return task.skipped() ? task : shaped(task, beta, klSum.applyAsDouble(prompt, completion));
  }

  /** Returns a task reward less beta times a KL sum in nats; skipped if either is. */
  public static Reward shaped(Reward task, double beta, double kl) {
    if (task.skipped()) {
      return task;
    }
    if (!Double.isFinite(kl)) {
      return Reward.skipped("no KL to the reference policy for this completion");
    }
    Map<String, Double> parts = new LinkedHashMap<>(task.parts());
    parts.put(TaskReward.PART, TaskReward.of(task));
    parts.put(PART, kl);
    return new Reward(
        task.value() - beta * kl,
        false,
        task.unknown(),
        String.format(Locale.ROOT, "%s; KL %.4f nats", task.reason(), kl),
        task.extracted(),
        parts);
  }
}
