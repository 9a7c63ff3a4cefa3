package raftlab.infer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.RunContext;
import raftlab.infer.Perplexity.Reference;
import raftlab.model.DecoderPolicy;
import raftlab.model.TinyPolicy;

class PerplexityTest {

  @TempDir Path folder;

  @Test
  void isTheTokenWeightedMeanOfTheSingleOnes() {
    Reference left = new Reference("one and", " two");
    Reference right = new Reference("two and two is", " four and one and one and one");
    try (DecoderPolicy policy = TinyPolicy.in(folder, 1)) {
      double both = Perplexity.of(policy, List.of(left, right), RunContext.quiet());
      int first = policy.tokenizer().encode(left.reply()).length + 1;
      int second = policy.tokenizer().encode(right.reply()).length + 1;
      double expected =
          (first * Math.log(Perplexity.of(policy, List.of(left), RunContext.quiet()))
                  + second * Math.log(Perplexity.of(policy, List.of(right), RunContext.quiet())))
              / (first + second);
      assertEquals(expected, Math.log(both), 1e-5);
    }
  }
}
