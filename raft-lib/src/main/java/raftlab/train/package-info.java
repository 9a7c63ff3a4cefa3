/**
 * Fine-tuning: examples, batches, AdamW with global-norm clipping, schedules, the guard against
 * non-finite steps, exact resume.
 */
package raftlab.train;
