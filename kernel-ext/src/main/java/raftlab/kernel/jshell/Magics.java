package raftlab.kernel.jshell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import raftlab.core.Checks;
import raftlab.kernel.command.Outcome;

/**
 * What {@link MagicLines} turns magics into. Public for the generated text; not for use in cells,
 * which have {@link raftlab.kernel.facade.Raft}.
 */
public final class Magics {

  private static volatile Commander commander;

  private Magics() {}

  static void use(Commander active) {
    commander = active;
  }

  /** Runs a line and shows its result. */
  public static void show(String line) {
    active().show(active().run(decode(line), null));
  }

  /** Runs a line and returns its result, which is not shown since it is assigned. */
  @SuppressWarnings("unchecked") // the cell says what type it expects
  public static <T> T value(String line) {
    return (T) active().run(decode(line), null).value();
  }

  /** Runs a cell magic with its body and shows its result. */
  public static void cell(String line, String body) {
    Outcome outcome = active().run(decode(line), decode(body));
    active().show(outcome);
  }

  static String decode(String literal) {
    return new String(Base64.getDecoder().decode(literal), StandardCharsets.UTF_8);
  }

  private static Commander active() {
    return Checks.notNull(commander, "kernel");
  }
}
