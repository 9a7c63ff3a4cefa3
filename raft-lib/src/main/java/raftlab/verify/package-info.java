/**
 * Decides whether a response answers a question whose gold answer is known: the reward of every
 * mathematical run and the grader of every evaluation.
 *
 * <pre>
 * response -> AnswerExtractor -> Normaliser -> strings -> rationals -> Parser -> Comparison -> Verdict
 * </pre>
 *
 * Each arrow is tried only if the one before could not decide, so a plain number never meets the
 * parser. Nothing here keeps state between calls, evaluates text as code, or measures time: work is
 * bounded by the counters of {@link raftlab.verify.Budget}. Imports only {@code raftlab.core} and
 * the JDK.
 */
package raftlab.verify;
