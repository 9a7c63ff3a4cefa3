/**
 * Batched sampling with a key-value cache: each prompt is read once for all its completions. Deals
 * in token ids.
 */
package raftlab.generate;
