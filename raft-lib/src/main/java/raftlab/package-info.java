/** RAFT Lab: reward-ranked fine-tuning in Java notebooks. */
package raftlab;
