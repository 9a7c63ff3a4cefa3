/**
 * The RAFT loop: sample, score, select, fine-tune, evaluate, repeat. Each phase's artifact is in
 * the run directory before the next phase begins, so a run can be killed at any moment and resumed.
 * Above every package of the data flow; below report and chart.
 */
package raftlab.algorithm;
