package raftlab.kernel.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the kernel offers after {@code %raft } and what inspection shows there. */
class CompletionTest extends KernelTestCase {

  @Test
  void commandsThenOptionsThenValues() {
    assertTrue(complete("%raft sco").contains("score"));
    assertEquals(List.of("--temperature"), complete("%raft sample r1 --temp"));
    assertEquals(
        List.of("all", "best-and-worst", "best-of-k", "global-top", "threshold"),
        complete("%raft select --rule "));
    assertEquals(List.of("--rule=threshold"), complete("%raft select --rule=th"));
    assertEquals(List.of("all", "first", "random", "shortest"), complete("%raft select --ties "));
    assertEquals(List.of("raft", "raft++", "raft-top"), complete("%raft run --algorithm raf"));
    assertTrue(complete("%raft data d --from mini-").contains("mini-aime"));
    assertTrue(complete("%raft data d --from ma").contains("math500"));
    assertTrue(complete("%raft reward r --verifier ma").contains("math"));
    assertEquals(List.of("skip", "zero"), complete("%raft reward r --on-unknown "));
    assertTrue(complete("%raft help samp").contains("sample"));
  }

  @Test
  void valuesAreNamesOfResultsAndVariablesOfAFittingType() {
    execSuccess("%raft data fewProblems --from minimath --limit 2 -q");
    execSuccess("%raft reward halfReward --rule exact -q");
    execSuccess(
        "RewardFunction lambdaReward = Raft.reward((p, c) -> 1);\nString wrongType = \"\";");
    assertEquals(List.of("fewProblems"), complete("%raft sample --data few"));
    assertEquals(List.of("halfReward", "lambdaReward"), complete("%raft score r --reward "));
    assertEquals(List.of("halfReward"), complete("RewardFunction f = %raft score --reward half"));
  }

  @Test
  void theBodyOfARunCompletesItsKeys() {
    assertEquals(List.of("iterations: "), complete("%%raft run r\nprompts: 4\niter"));
    assertTrue(complete("%%raft config\ntemp").contains("temperature: "));
  }

  @Test
  void javaIsCompletedElsewhere() {
    assertTrue(complete("List.o").stream().anyMatch(each -> each.startsWith("of")));
  }

  @Test
  void inspectionShowsTheHelpOfTheCommand() {
    assertTrue(inspect("%raft sample").startsWith("sample: draw completions for prompts"));
    assertTrue(inspect("RolloutSet r = %raft sample r1 -k 8").contains("--temperature"));
    assertTrue(inspect("%raft").startsWith("Commands of RAFT Lab"));
    assertNull(inspect("%raft nonsense"));
  }
}
