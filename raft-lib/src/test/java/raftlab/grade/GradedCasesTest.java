package raftlab.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import raftlab.core.RunContext;
import raftlab.core.UserError;
import raftlab.verify.Profile;

class GradedCasesTest {

  private static final CaseFilter ALL = new CaseFilter(false, false, null);

  @TempDir private Path folder;
  private Path in;
  private GradeReport report;

  @BeforeEach
  void grade() throws IOException {
    in = folder.resolve("in.jsonl");
    Files.writeString(
        in,
        """
        {"id":"a","gold":1,"response":["\\\\boxed{1}","\\\\boxed{2}"],"score":[true,true]}
        {broken
        {"id":"b","gold":"","response":"5","score":null,"x":NaN}
        {"id":"c","gold":3,"response":"#### 3","score":0}""");
    report =
        Grading.run(
            GradeRequest.of(in, Profile.DEFAULT).to(folder.resolve("out.jsonl")),
            RunContext.quiet());
  }

  private static List<String> ids(GradedCases cases) {
    return cases.first().stream().map(one -> one.id() + one.sample()).toList();
  }

  @Test
  void setsEachVerdictBesideItsResponse() {
    GradedCases cases = GradedCases.of(report, ALL, 10);
    assertEquals(List.of("a0", "a1", "b0", "c0"), ids(cases));
    GradedCase last = cases.first().get(3);
    assertEquals(new GradedCase(4, "c", 0, "3", "#### 3", "correct", "3", last.reason(), ""), last);
  }

  @Test
  void filtersWrongAndUndecidedOnesAndCountsThoseItDoesNotKeep() {
    assertEquals(List.of("a1"), ids(GradedCases.of(report, new CaseFilter(true, false, null), 10)));
    assertEquals(List.of("b0"), ids(GradedCases.of(report, new CaseFilter(false, true, null), 10)));
    GradedCases both = GradedCases.of(report, new CaseFilter(true, true, null), 1);
    assertEquals(List.of("a1"), ids(both));
    assertEquals(2, both.wanted());
    assertEquals(4, both.all());
  }

  @Test
  void findsWhereAnotherGraderDiffers() {
    GradedCases cases = GradedCases.of(report, new CaseFilter(false, false, "score"), 10);
    assertEquals(List.of("a1", "c0"), ids(cases));
    UserError error =
        assertThrows(
            UserError.class,
            () -> GradedCases.of(report, new CaseFilter(false, false, "scor"), 10));
    assertTrue(error.getMessage().contains("\"scor\""), error.getMessage());
  }

  @Test
  void noticesThatTheFileHasChanged() throws IOException {
    Files.writeString(in, "{\"id\":\"a\",\"gold\":1,\"response\":\"1\"}\n");
    assertThrows(UserError.class, () -> GradedCases.of(report, ALL, 10));
  }
}
