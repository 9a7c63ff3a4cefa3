package raftlab.reward;

import java.util.Locale;
import java.util.Map;
import raftlab.data.dialogue.Dialogue;
import raftlab.data.dialogue.Gold;

/**
 * Calls a reply of the dialogue world right if its gold value is at least {@link Gold#GOOD}, so
 * that pass@1 is the share of good replies. The reference answer is the topic's code. Thread-safe.
 */
public final class GoldCheck implements AnswerCheck {

  @Override
  public CheckedAnswer check(String response, String gold) {
    double value = Gold.value(gold, response);
    return new CheckedAnswer(
        value >= Gold.GOOD ? CheckedAnswer.Outcome.CORRECT : CheckedAnswer.Outcome.WRONG,
        "",
        String.format(Locale.ROOT, "gold %.1f, good from %.1f", value, Gold.GOOD));
  }

  /** Its version is that of the generated world, which fixes every gold value. */
  @Override
  public GraderId id() {
    return new GraderId(name(), Map.of(), Dialogue.VERSION);
  }

  @Override
  public String name() {
    return "gold:dialogue";
  }
}
