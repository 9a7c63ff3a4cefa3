package raftlab.reward.http;

import java.net.URI;
import raftlab.core.Completion;
import raftlab.core.Prompt;
import raftlab.core.Reward;

/** What is said to a reward server and how its answer is read. Pure and thread-safe. */
public interface Protocol {

  /** The server's answer holds no reward; the message says what was wrong with it. */
  final class BadAnswer extends Exception {

    private static final long serialVersionUID = 1;

    public BadAnswer(String message) {
      super(message);
    }
  }

  /** Returns the address that is asked. */
  URI address();

  /** Returns the JSON that asks for a completion's reward. */
  String question(Prompt prompt, Completion completion);

  /** Reads the body of an answer of status 200. */
  Reward answer(String body) throws BadAnswer;

  /** Returns a name that differs if the rewards could. */
  String name();
}
