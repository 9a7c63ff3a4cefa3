package raftlab.sweep;

/**
 * A row of a sweep's table.
 *
 * @param run its folder's name
 * @param label algorithm and settings, without the seed
 * @param seed its seed
 * @param state done, or why not
 * @param basePass1 pass@1 before training, in [0, 1]; NaN if not known
 * @param pass1 pass@1 after the last round; NaN if it did not end
 * @param low lower end of its 95 % interval over problems
 * @param high upper end
 * @param rounds done
 * @param tokens sampled for training
 * @param seconds wall time of all rounds, evaluations included
 */
public record SweptRun(
    String run,
    String label,
    long seed,
    String state,
    double basePass1,
    double pass1,
    double low,
    double high,
    int rounds,
    long tokens,
    double seconds) {}
