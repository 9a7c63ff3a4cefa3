/**
 * Rewards: what turns a rollout into a scored rollout.
 *
 * <pre>
 * RolloutSet -> [ RewardFunction, run by Scorer ] -> ScoredSet
 * </pre>
 *
 * Rule rewards, the verifiable reward over a pluggable {@link raftlab.reward.AnswerCheck}, weighted
 * sums and KL shaping. A reward that fails on a completion is recorded as skipped with its reason,
 * never as zero.
 */
package raftlab.reward;
