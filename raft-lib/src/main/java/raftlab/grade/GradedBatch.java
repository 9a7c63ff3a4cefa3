package raftlab.grade;

import java.util.List;
import java.util.Map;
import raftlab.data.BrokenRow;

/**
 * A batch of lines after grading.
 *
 * @param text the output lines in UTF-8
 * @param length how many bytes of it count
 * @param problems one outcome per row that was graded, in order
 * @param broken the rows that could not be graded, in order
 * @param choices how many rows were graded by which fields
 */
record GradedBatch(
    byte[] text,
    int length,
    List<ProblemVerdicts> problems,
    List<BrokenRow> broken,
    Map<FieldChoice, Long> choices) {}
