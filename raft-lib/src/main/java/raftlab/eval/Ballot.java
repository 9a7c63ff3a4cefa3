package raftlab.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import raftlab.core.Checks;

/**
 * The votes of one problem's completions.
 *
 * @param votes the class each completion votes for, from 0; {@link #NO_VOTE} if it has no answer
 * @param right whether each class is the right answer
 */
public record Ballot(List<Integer> votes, List<Boolean> right) {

  /** The vote of a completion without an answer. */
  public static final int NO_VOTE = -1;

  public Ballot {
    votes = List.copyOf(votes);
    right = List.copyOf(right);
    int classes = right.size();
    Checks.that(
        votes.stream().allMatch(vote -> vote >= NO_VOTE && vote < classes),
        () -> "a vote is for none of the " + classes + " classes");
  }

  /**
   * Groups answers into classes: each joins the first class whose first answer is the same, and a
   * class is right if its first answer is.
   *
   * @param answers the extracted answers; empty means no vote
   * @param correct whether each answer was graded right
   * @param same whether two answers count as one vote
   */
  public static Ballot of(
      List<String> answers, List<Boolean> correct, BiPredicate<String, String> same) {
    List<String> first = new ArrayList<>();
    List<Boolean> right = new ArrayList<>();
    List<Integer> votes = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      String answer = answers.get(i);
      int vote = answer.isEmpty() ? NO_VOTE : classOf(answer, first, same);
      if (vote == first.size()) {
        first.add(answer);
        right.add(correct.get(i));
      }
      votes.add(vote);
    }
    return new Ballot(votes, right);
  }

  private static int classOf(String answer, List<String> first, BiPredicate<String, String> same) {
    for (int i = 0; i < first.size(); i++) {
      if (first.get(i).equals(answer) || same.test(first.get(i), answer)) {
        return i;
      }
    }
    return first.size();
  }

  /**
   * Returns the chance that the most voted class is right when only these completions vote: the
   * right share of the classes tied at the top; 0 if nobody votes.
   */
  double majority(int[] voters) {
    int[] counts = new int[right.size()];
    int top = 0;
    for (int voter : voters) {
      int vote = votes.get(voter);
      if (vote != NO_VOTE) {
        top = Math.max(top, ++counts[vote]);
      }
    }
    int tied = 0;
    int rightTied = 0;
    for (int i = 0; top > 0 && i < counts.length; i++) {
      if (counts[i] == top) {
        tied++;
        rightTied += right.get(i) ? 1 : 0;
      }
    }
    return tied == 0 ? 0 : rightTied / (double) tied;
  }
}
