package raftlab.report;

/**
 * A run in the index of runs.
 *
 * @param id name of its folder
 * @param algorithm such as {@code raft}
 * @param state running, stopped or done
 * @param iteration the last complete one; 0 is the start, -1 if not even that is complete
 * @param passAt1 of the last evaluation, in [0, 1]; NaN if there was none
 * @param started when, in UTC
 */
public record RunRow(
    String id, String algorithm, String state, int iteration, double passAt1, String started) {}
