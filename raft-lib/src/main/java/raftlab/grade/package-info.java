/**
 * Grades a file of responses against their gold answers, of any size, in constant memory.
 *
 * <pre>
 * LineBatches -> LineGrader (verify) on several threads -> lines in order + Tally (eval) -> GradeReport
 * </pre>
 *
 * Imports core, data, verify, eval and files.
 */
package raftlab.grade;
