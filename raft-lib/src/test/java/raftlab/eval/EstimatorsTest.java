package raftlab.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class EstimatorsTest {

  private static final double TOLERANCE = 1e-12;

  @Property(tries = 200)
  void passAtKEqualsTheShareOfSubsetsWithARightCompletion(
      @ForAll @Size(min = 1, max = 8) List<Boolean> right,
      @ForAll @IntRange(min = 1, max = 8) int k) {
    int n = right.size();
    int size = Math.min(k, n);
    int correct = (int) right.stream().filter(r -> r).count();
    double expected =
        meanOverSubsets(n, size, chosen -> chosen.stream().anyMatch(right::get) ? 1 : 0);
    assertEquals(expected, PassAtK.of(n, correct, size), TOLERANCE);
  }

  @Property(tries = 200)
  void passAtKGrowsWithKFromTheShareOfRightCompletions(
      @ForAll @IntRange(min = 2, max = 200) int n, @ForAll @IntRange(min = 0, max = 200) int c) {
    int correct = Math.min(c, n);
    assertEquals(correct / (double) n, PassAtK.of(n, correct, 1), TOLERANCE);
    for (int k = 2; k <= n; k++) {
      double value = PassAtK.of(n, correct, k);
      assertTrue(value >= PassAtK.of(n, correct, k - 1) - TOLERANCE && value <= 1);
    }
  }

  @Test
  void refusesPassAtKBeyondTheSamples() {
    assertThrows(IllegalArgumentException.class, () -> PassAtK.of(4, 2, 5));
    assertThrows(IllegalArgumentException.class, () -> PassAtK.of(4, 5, 1));
  }

  @Property(tries = 200)
  void majorityEqualsTheMeanOverSubsets(
      @ForAll @Size(min = 1, max = 7) List<@IntRange(min = -1, max = 3) Integer> votes,
      @ForAll @IntRange(min = 1, max = 7) int k) {
    List<Boolean> right = List.of(false, true, false, true);
    int n = votes.size();
    int size = Math.min(k, n);
    double expected = meanOverSubsets(n, size, chosen -> naiveMajority(chosen, votes, right));
    assertEquals(expected, MajorityAtK.of(new Ballot(votes, right), size, 1), TOLERANCE);
  }

  @Test
  void sharesTiesOfTheMajorityAndCountsNoVoteAsWrong() {
    List<Boolean> right = List.of(true, false);
    assertEquals(0.5, MajorityAtK.of(new Ballot(List.of(0, 1), right), 2, 1), TOLERANCE);
    assertEquals(1, MajorityAtK.of(new Ballot(List.of(0, -1, -1), right), 3, 1), TOLERANCE);
    assertEquals(0, MajorityAtK.of(new Ballot(List.of(-1, -1), right), 2, 1), TOLERANCE);
  }

  @Test
  void drawsSubsetsWhereThereAreTooMany() {
    List<Integer> votes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      votes.add(i % 2);
    }
    Ballot even = new Ballot(votes, List.of(true, false));
    double drawn = MajorityAtK.of(even, 9, 5);
    assertEquals(0.5, drawn, 0.02);
    assertEquals(drawn, MajorityAtK.of(even, 9, 5), 0);
    assertFalse(Combinations.atMost(20, 9, 10_000));
    assertTrue(Combinations.atMost(16, 4, 10_000));
    assertTrue(Combinations.atMost(1000, 1000, 1));
  }

  @Test
  void groupsEquivalentAnswersIntoOneVote() {
    Ballot ballot =
        Ballot.of(
            List.of("1/2", "", "0.5", "3"),
            List.of(true, false, true, false),
            (a, b) -> a.length() == b.length());
    assertEquals(new Ballot(List.of(0, -1, 0, 1), List.of(true, false)), ballot);
  }

  @Property(tries = 200)
  void bestByRewardEqualsTheMeanOverSubsets(
      @ForAll @Size(min = 1, max = 7) List<@IntRange(min = 0, max = 3) Integer> rewards,
      @ForAll @IntRange(min = 1, max = 7) int k) {
    int n = rewards.size();
    int size = Math.min(k, n);
    List<Double> scores = rewards.stream().map(Integer::doubleValue).toList();
    List<Double> worth = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      worth.add(i % 3 == 0 ? 1.0 : 0.0);
    }
    double expected = meanOverSubsets(n, size, chosen -> naiveBest(chosen, scores, worth));
    assertEquals(expected, BestAtK.of(scores, worth, size), TOLERANCE);
  }

  private interface SubsetValue {
    double of(List<Integer> chosen);
  }

  private static double meanOverSubsets(int n, int k, SubsetValue value) {
    double sum = 0;
    int count = 0;
    for (int mask = 0; mask < 1 << n; mask++) {
      if (Integer.bitCount(mask) != k) {
        continue;
      }
      List<Integer> chosen = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        if ((mask >> i & 1) == 1) {
          chosen.add(i);
        }
      }
      sum += value.of(chosen);
      count++;
    }
    return sum / count;
  }

  private static double naiveMajority(
      List<Integer> chosen, List<Integer> votes, List<Boolean> right) {
    long most = 0;
    List<Integer> top = new ArrayList<>();
    for (int candidate = 0; candidate < right.size(); candidate++) {
      int wanted = candidate;
      long count = chosen.stream().filter(i -> votes.get(i) == wanted).count();
      if (count > most) {
        top.clear();
        most = count;
      }
      if (count == most && count > 0) {
        top.add(candidate);
      }
    }
    return top.stream().mapToDouble(winner -> right.get(winner) ? 1 : 0).average().orElse(0);
  }

  private static double naiveBest(List<Integer> chosen, List<Double> scores, List<Double> worth) {
    double most = chosen.stream().mapToDouble(scores::get).max().orElseThrow();
    return chosen.stream()
        .filter(i -> scores.get(i) == most)
        .mapToDouble(worth::get)
        .average()
        .orElseThrow();
  }
}
