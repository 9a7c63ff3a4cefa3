/**
 * The run directory: every artifact of a run, written beside its place and renamed into it, so that
 * a run killed at any moment can be resumed and ends with the same weights.
 *
 * <pre>
 * runs/NAME/config.json manifest.json prompts.jsonl eval.jsonl events.jsonl state.json result.json
 * runs/NAME/iteration-003/rollouts.jsonl rewards.jsonl selection.jsonl checkpoint/ evaluation.json metrics.json
 * </pre>
 *
 * Imports core, files and eval; knows no tensor and no algorithm.
 */
package raftlab.run;
