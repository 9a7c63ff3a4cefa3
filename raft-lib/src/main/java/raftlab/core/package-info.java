/**
 * The nouns and verbs of reward-ranked fine-tuning: immutable records and the small interfaces
 * (ports) that turn one into the next. Nothing here knows a tensor, a file format or a notebook.
 *
 * <pre>
 * PromptSet -> Sampler -> RolloutSet -> RewardFunction -> ScoredSet -> Selector -> Selection -> Trainer -> Policy'
 * </pre>
 *
 * Imports only the JDK.
 */
package raftlab.core;
