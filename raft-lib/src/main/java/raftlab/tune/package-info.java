/**
 * Fine-tuning of a model folder on a file: rows become examples, every step is written down, and
 * the same call goes on where it was killed. Knows no run directories and no commands.
 */
package raftlab.tune;
