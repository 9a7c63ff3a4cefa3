package raftlab.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SeedsTest {

  @Property
  void sameKeySameSeed(@ForAll long seed, @ForAll long a, @ForAll long b) {
    assertEquals(Seeds.derive(seed, a, b), Seeds.derive(seed, a, b));
  }

  @Test
  void orderOfTheKeyMatters() {
    assertNotEquals(Seeds.derive(1, 2, 3), Seeds.derive(1, 3, 2));
    assertNotEquals(Seeds.derive(1, 2), Seeds.derive(1, 2, 0));
  }

  @Test
  void uniformFillsTheUnitIntervalEvenly() {
    int[] tenths = new int[10];
    for (int i = 0; i < 100_000; i++) {
      tenths[(int) (10 * Seeds.uniform(7, i))]++;
    }
    for (int count : tenths) {
      assertTrue(Math.abs(count - 10_000) < 500, () -> Arrays.toString(tenths));
    }
  }

  @Property
  void permutationHoldsEachIndexOnce(@ForAll @IntRange(max = 200) int size, @ForAll long seed) {
    assertEquals(
        IntStream.range(0, size).boxed().toList(),
        Arrays.stream(Seeds.permutation(size, seed)).sorted().boxed().toList());
  }
}
