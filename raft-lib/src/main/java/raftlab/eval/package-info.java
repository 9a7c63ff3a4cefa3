/**
 * Evaluation: unselected completions of a policy become estimates with intervals.
 *
 * <pre>
 * Sampler or RolloutSet -> AnswerCheck -> EvalReport -> PairedComparison, WinCounts
 * </pre>
 *
 * The estimators are pure functions (algorithms.md card 13); {@link raftlab.eval.Evaluator} applies
 * them. Every {@link raftlab.eval.Estimate} says by which method its interval was made.
 */
package raftlab.eval;
