package raftlab.kernel.jshell;

import raftlab.core.UserError;
import raftlab.kernel.facade.HandOver;

/** Compiles a lambda that a user wrote as the body of a cell or of a file. */
public final class Lambdas {

  private static final String HAND_OVER = HandOver.class.getName();

  private Lambdas() {}

  /**
   * Compiles a lambda in a session of its own, which knows the kernel's imports and no variables:
   * for a shell.
   *
   * @throws UserError with the compiler's message and the line of the source
   */
  public static <T> T compile(String source, Class<T> type) {
    // The session stays open for as long as its class loader is needed: the process is a short one.
    JavaSession session = new JavaSession(new CellRunner());
    session.evaluateImports();
    return compile(session, source, type);
  }

  static <T> T compile(JavaSession session, String source, Class<T> type) {
    String head = HAND_OVER + ".<" + type.getCanonicalName() + ">same(";
    String expression = source.stripTrailing().replaceAll(";+$", "");
    try {
      return type.cast(session.evaluateInside(head, expression, "\n)"));
    } catch (CellFailure e) {
      if (!e.compilation()) {
        throw new UserError("the body fails: " + e.getCause(), "", "");
      }
      throw new UserError(
          "the body is no Java lambda of the form (p, c) -> number\n" + body(e.getMessage()),
          "",
          "");
    }
  }

  private static String body(String diagnostics) {
    return diagnostics.replaceAll("(?m)^(?:raft: )?line (\\d+):", "line $1 of the body:");
  }
}
