package raftlab.report.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import raftlab.core.UserError;

/** Pins the stored form of published numbers; claims no reproduction. */
class PublishedTablesTest {

  private static final EvaluationSetting MEASURED =
      EvaluationSetting.measured(
          "math500", 500, "avg@16", 16, 1.0, "minimal-rl", "Math-Verify", "Qwen2.5-Math-7B-base");

  @ParameterizedTest
  @CsvSource({
    "math500, 78.68, 78.68, 500",
    "minerva_math, 45.29, 45.29, 272",
    "olympiadbench, 48.34, 48.34, 675",
    "amc23, 61.8, 61.8, 40",
    "aime24, 22.93, 22.93, 30",
    "mmlu_pro, 59.53, 59.53, 12032",
    "gpqa_diamond, 37.47, 37.47, 198",
    "theoremqa, 41.05, 41.05, 800",
    "diffusiondb_466, 1340, 1.34e+3, 466",
    "mt_bench_90, 578, 578, 90",
  })
  void storesTheTenRowsOfTheRaftPageAsGiven(
      String benchmark, double value, String printed, String items) {
    PublishedTable page = PublishedTables.get("raft-page");
    assertEquals(10, page.rows().size());
    PublishedRow row = page.of(benchmark).findFirst().orElseThrow();
    assertEquals(value, row.value());
    assertEquals(printed, row.printed());
    assertEquals(items, row.setting().items());
    assertEquals(Mark.P, row.mark());
    assertEquals("unknown", row.setting().samples());
    assertEquals("unverified", row.mark().label());
  }

  @ParameterizedTest
  @CsvSource({
    "raft-2023, SFT+RAFT-K32 lambda=1.0, hh_rlhf, reward, 2.294",
    "raft-2023, SFT+PPO, hh_rlhf, perplexity, 4.156",
    "raft-2023, LLaMA-7B-SFT, hh_rlhf, unique-2, 110759",
    "raft-2023, SFT+RAFT-K8, hh_rlhf, initial best-of-K reward, 3.41",
    "minimalist-v1, RAFT, math500, avg@16, 77.4",
    "minimalist-v1, RAFT++, average, avg@16, 52.5",
    "minimalist-v2, Reinforce-Rej, average, avg@16, 56.4",
    "online-dpo-r1, Qwen-RAFT-R1-Zero, aime24, pass@1, 20.0",
    "online-dpo-r1, Base, math500, pass@1, 65.4",
    "critique-grpo, RAFT, aime24, pass@1, 26.67",
    "critique-grpo, GRPO, mmlu_pro, pass@1, 69.86",
    "imagereward, RAFT iter=1, diffusiondb_466, win count, 1341",
    "imagereward, ReFL, mt_bench_90, win rate, 58.49",
  })
  void storesWhatSourcesSay(
      String table, String method, String benchmark, String metric, double value) {
    PublishedRow row =
        PublishedTables.get(table)
            .of(benchmark)
            .filter(one -> one.method().equals(method) && one.setting().metric().equals(metric))
            .findFirst()
            .orElseThrow();
    assertEquals(value, row.value());
    assertEquals(Mark.S, row.mark());
  }

  @Test
  void keepsRecalledNumbersOutOfRankings() {
    List<Mark> marks =
        PublishedTables.get("imagereward")
            .of("mt_bench_90")
            .filter(row -> row.setting().metric().equals("win count"))
            .map(PublishedRow::mark)
            .toList();
    assertEquals(List.of(Mark.M, Mark.M, Mark.M, Mark.P, Mark.M, Mark.M, Mark.M), marks);
    assertTrue(marks.stream().noneMatch(Mark::ranked));
  }

  @Test
  void neverComparesWithTheRaftPage() {
    for (PublishedRow row : PublishedTables.get("raft-page").rows()) {
      EvaluationSetting setting = row.setting();
      EvaluationSetting measured =
          EvaluationSetting.measured(
              setting.benchmark(),
              Integer.parseInt(setting.items()),
              setting.metric(),
              1,
              0,
              "boxed",
              "math",
              "mine");
      Comparability verdict = Comparability.of(row, measured);
      assertFalse(verdict.comparable());
      assertEquals(
          "not comparable: samples per item of the published number is unknown", verdict.cell());
      assertEquals(OptionalDouble.empty(), verdict.difference(50, row));
    }
  }

  @Test
  void namesTheFirstSettingThatDiffers() {
    PublishedRow row = row(MEASURED, Mark.S);
    EvaluationSetting other =
        EvaluationSetting.measured(
            "math500", 499, "avg@16", 4, 1.0, "minimal-rl", "Math-Verify", "other");
    assertEquals("item count 499, published with 500", Comparability.of(row, other).reason());
  }

  @Test
  void givesTheDifferenceOnlyForEqualSettings() {
    PublishedRow row = row(MEASURED, Mark.S);
    Comparability verdict = Comparability.of(row, MEASURED);
    assertEquals(OptionalDouble.of(2.5), verdict.difference(80.0, row));
    assertFalse(Comparability.of(row(MEASURED, Mark.M), MEASURED).comparable());
  }

  @Test
  void findsTablesByIdFamilyAndBenchmark() {
    assertEquals(List.of("raft-page"), ids("raft-page"));
    assertEquals(List.of("minimalist-v1", "minimalist-v2"), ids("minimalist"));
    assertEquals(List.of("raft-page", "online-dpo-r1", "critique-grpo"), ids("aime24"));
    UserError error = assertThrows(UserError.class, () -> PublishedTables.named("raft-pge"));
    assertTrue(error.getMessage().contains("Did you mean raft-page?"), error.getMessage());
  }

  private static List<String> ids(String name) {
    return PublishedTables.named(name).stream().map(PublishedTable::id).toList();
  }

  private static PublishedRow row(EvaluationSetting setting, Mark mark) {
    return new PublishedRow("RAFT", setting, 77.5, "77.5", "%", mark, "", "");
  }
}
