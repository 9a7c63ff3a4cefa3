package raftlab.grade;

/**
 * One response with its verdict, for reading.
 *
 * @param line number of the row in the file that was read
 * @param id the row's id
 * @param sample which response of the row, from 0
 * @param gold the gold answer
 * @param response the response
 * @param verdict correct, wrong or unknown
 * @param extracted the answer that was read
 * @param reason why
 * @param peer the other verdict that was asked for, empty if there is none
 */
public record GradedCase(
    long line,
    String id,
    int sample,
    String gold,
    String response,
    String verdict,
    String extracted,
    String reason,
    String peer) {}
