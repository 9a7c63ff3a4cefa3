package raftlab.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A quick part of the fuzzer; {@code tests/bench/verifier-fuzz} runs a million inputs. */
class VerifierFuzzTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void mutatedAnswersBreakNoRule(long seed) {
    assertEquals(List.of(), VerifierFuzz.run(10_000, seed).broken());
  }
}
