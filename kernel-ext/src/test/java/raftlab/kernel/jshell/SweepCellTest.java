package raftlab.kernel.jshell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep and questions about it as cells of a notebook. */
class SweepCellTest extends KernelTestCase {

  @TempDir static Path folder;

  @BeforeAll
  static void sweep() {
    System.setProperty("raft.runs", folder.toString());
    execSuccess("%raft model base -q");
    execSuccess("%raft data train --from minimath --limit 6 -q");
    execSuccess("%raft data few --from mini-500 --limit 2 -q");
    execSuccess(
        """
        %%raft sweep pair --as pair
        seeds: [1, 2]
        algorithms: [raft]
        settings: {policy: base, data: train, eval: few, prompts: 2, k: 2, max-new-tokens: 16,
                   n: 1, iterations: 1, rule: all, discard: none}
        """);
  }

  @AfterAll
  static void forgetPlace() {
    System.clearProperty("raft.runs");
  }

  @Test
  void aSweepIsAValueOfTheNotebook() {
    assertEquals("2", execSuccess("pair.done()"));
    assertEquals("\"raft\"", quoted(execSuccess("pair.means().get(0).label()")));
  }

  private static String quoted(String text) {
    return text.startsWith("\"") ? text : "\"" + text + "\"";
  }

  @Test
  void sqlGivesATableThatCellsCanUse() {
    execSuccess(
        """
        %%raft sql --as found
        SELECT round, count(*) AS samples, count(*) FILTER (kept) AS kept
        FROM samples WHERE run LIKE 'pair/%' GROUP BY round
        """);
    assertEquals("8", execSuccess("found.longColumn(\"samples\").get(0)"));
    // One of two is kept of each prompt.
    assertEquals("4", execSuccess("(long) found.longColumn(\"kept\").sum()"));
    assertTrue(
        execShown("%raft sql \"SELECT run FROM runs ORDER BY run\"")
            .html()
            .contains("pair/raft-seed1"));
  }

  @Test
  void rewardsThatOnlyTheNotebookKnowsServeASweepAndAreAskedForByAResume() {
    execSuccess("RewardFunction brief = (p, c) -> Reward.of(-c.text().length(), \"length\");");
    execSuccess("RewardFunction judge = (p, c) -> Reward.of(c.text().length() % 7, \"rest\");");
    execSuccess(
        """
        %%raft sweep own --as own
        seeds: [1]
        algorithms: [raft]
        settings: {policy: base, data: train, eval: few, prompts: 2, k: 2, max-new-tokens: 16,
                   n: 1, iterations: 1, rule: all, discard: none, reward: brief, gold: judge}
        """);
    assertEquals("1", execSuccess("own.done()"));
    assertEquals(
        "raft: raft-seed1 is judged by Java code of a notebook.  Its later rounds would have no gold."
            + "  Name that reward: --gold NAME.",
        execError("%raft resume own/raft-seed1 --reward brief"));
    execSuccess("%raft resume own/raft-seed1 --reward brief --gold judge");
    execSuccess("%raft reproduce own/raft-seed1 --reward brief --gold judge --as same");
    assertEquals("true", execSuccess("same.same()"));
  }

  @Test
  void anErrorOfSqlIsOneSentence() {
    assertEquals(
        "raft: sql: Table with name rns does not exist.  Did you mean \"runs\"?  Tables: runs,"
            + " rounds, samples.",
        execError("%raft sql \"SELECT * FROM rns\""));
  }
}
