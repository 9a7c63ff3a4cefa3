/**
 * Selection: which scored completions a policy is fine-tuned on.
 *
 * <pre>
 * ScoredSet -> discards -> group filters -> rule -> Selection
 * </pre>
 *
 * {@link raftlab.select.Selectors#of} turns {@link raftlab.select.SelectionSettings} into a
 * selector; its funnel accounts for every completion. Right-or-wrong bars look at the raw task
 * reward, ranking at the reward as composed or shaped.
 */
package raftlab.select;
