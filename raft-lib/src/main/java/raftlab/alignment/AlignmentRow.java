package raftlab.alignment;

import java.util.Locale;
import raftlab.eval.Estimate;
import raftlab.eval.Skew;
import raftlab.eval.TextDiversity;

/**
 * One policy in the columns of the paper's Table 3.
 *
 * @param policy what it is called
 * @param gold mean gold reward on held-out prompts, 95 % bootstrap interval over prompts
 * @param goldDeviation standard deviation of the gold reward over all samples
 * @param good share of replies that gold calls good, in [0, 1]
 * @param proxy mean of the learned reward over the same samples; NaN if there is none
 * @param perplexity on chosen replies to held-out prompts, at least 1
 * @param diversity of the sampled replies
 * @param skew unfair replies about the Blues and about the Greens
 */
public record AlignmentRow(
    String policy,
    Estimate gold,
    double goldDeviation,
    double good,
    double proxy,
    double perplexity,
    TextDiversity diversity,
    Skew skew) {

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s: gold %.3f, perplexity %.3f, distinct-2 %.4f, skew %.3f",
        policy,
        gold.value(),
        perplexity,
        diversity.distinct2(),
        skew.difference().value());
  }
}
