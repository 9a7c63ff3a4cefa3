package raftlab.reward;

import raftlab.verify.Profile;
import raftlab.verify.Verdict;
import raftlab.verify.Verifier;

/** The answer verifier as a checker, under a named profile. Thread-safe. */
public final class VerifierCheck implements AnswerCheck {

  private final Verifier verifier;

  private VerifierCheck(Verifier verifier) {
    this.verifier = verifier;
  }

  /** Checks under a profile; its name is recorded with every score. */
  public static VerifierCheck of(Profile profile) {
    return new VerifierCheck(Verifier.of(profile));
  }

  /**
   * The profile for rewards: an answer counts only where the response marks it, because a reward
   * that accepts the last number teaches to leave the format.
   */
  public static VerifierCheck forReward(String profile) {
    return of(rewarding(profile));
  }

  /**
   * The same with another budget.
   *
   * @param budgetMillis milliseconds for one verdict, 1 to 10000; what takes longer is undecided
   */
  public static VerifierCheck forReward(String profile, int budgetMillis) {
    return of(rewarding(profile).with("budget_ms", String.valueOf(budgetMillis)));
  }

  private static Profile rewarding(String profile) {
    return Profile.named(profile).with("fallback", "none");
  }

  @Override
  public CheckedAnswer check(String response, String gold) {
    Verdict verdict = verifier.verify(response, gold);
    CheckedAnswer.Outcome outcome =
        switch (verdict.outcome()) {
          case EQUAL -> CheckedAnswer.Outcome.CORRECT;
          case DIFFERENT -> CheckedAnswer.Outcome.WRONG;
          case UNKNOWN -> CheckedAnswer.Outcome.UNKNOWN;
        };
    return new CheckedAnswer(outcome, verdict.extracted(), verdict.reason());
  }

  @Override
  public boolean same(String left, String right) {
    return verifier.equivalent(left, right);
  }

  @Override
  public GraderId id() {
    return GraderId.of(verifier.profile());
  }

  @Override
  public String name() {
    return "verifier:" + verifier.profile().name();
  }
}
