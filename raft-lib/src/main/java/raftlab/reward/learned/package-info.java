/**
 * Rewards learnt from preference pairs: the Bradley-Terry model as a reward function, its training
 * and what it is worth on pairs held out.
 */
package raftlab.reward.learned;
