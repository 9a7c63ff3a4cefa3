package raftlab.eval;

/**
 * One method's wins.
 *
 * @param method its name
 * @param wins comparisons won against all other methods
 * @param baselineWins comparisons won against the baseline
 * @param baselineLosses comparisons lost against the baseline
 */
public record WinCount(String method, int wins, int baselineWins, int baselineLosses) {

  /** Returns wins / (wins + losses) against the baseline, ties dropped; NaN if all are ties. */
  public double winRate() {
    return baselineWins / (double) (baselineWins + baselineLosses);
  }
}
