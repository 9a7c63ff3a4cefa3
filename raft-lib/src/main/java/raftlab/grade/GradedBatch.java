package raftlab.grade;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import raftlab.data.BrokenRow;

/**
 * A batch of lines after grading.
 *
 * @param text the output lines in UTF-8
 * @param problems one outcome per row that was graded, in order
 * @param broken the rows that could not be graded, in order
 * @param partly the rows of which some responses are null and were left out, in order
 * @param choices how many rows were graded by which fields
 */
record GradedBatch(
    ByteArrayOutputStream text,
    List<ProblemVerdicts> problems,
    List<BrokenRow> broken,
    List<BrokenRow> partly,
    Map<FieldChoice, Long> choices) {}
