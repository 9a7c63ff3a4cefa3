/**
 * A model folder over the rows of a JSONL file: completions and log-probabilities, for users who
 * want no run and no names. Above data, generate and train; below nothing but the commands.
 */
package raftlab.infer;
