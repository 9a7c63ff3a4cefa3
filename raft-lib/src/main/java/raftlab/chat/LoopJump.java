package raftlab.chat;

/** Leaving a loop or its current round. */
enum LoopJump {
  BREAK,
  CONTINUE;

  /** Returns the signal that carries the jump to its loop. */
  Signal signal() {
    return new Signal(this);
  }

  /** A jump on its way; caught by the loop. */
  static final class Signal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final LoopJump jump;

    private Signal(LoopJump jump) {
      super("a loop's " + jump, null, false, false);
      this.jump = jump;
    }

    LoopJump jump() {
      return jump;
    }
  }
}
