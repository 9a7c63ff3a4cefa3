package raftlab.kernel.command.flow;

import java.util.ArrayList;
import java.util.List;
import raftlab.core.Prompt;
import raftlab.kernel.command.Kinds;
import raftlab.kernel.command.Session;
import raftlab.model.EmbeddedModel;
import raftlab.tokenize.HfTokenizer;
import raftlab.tokenize.Tokenizer;

/** Drops prompts that are too long for a policy, and says how many. */
final class PromptLengths {

  private PromptLengths() {}

  /** Returns the prompts of at most so many tokens of the last model, else of the embedded one. */
  static List<Prompt> atMost(int tokens, List<Prompt> prompts, Session session) {
    Tokenizer tokenizer =
        session.names().of(Kinds.POLICY).isEmpty()
            ? HfTokenizer.load(EmbeddedModel.folder())
            : Policies.decoder(session, null).tokenizer();
    List<Prompt> kept = new ArrayList<>();
    int longest = 0;
    for (Prompt prompt : prompts) {
      int length = tokenizer.encode(prompt.text()).length;
      longest = Math.max(longest, length);
      if (length <= tokens) {
        kept.add(prompt);
      }
    }
    if (kept.size() < prompts.size()) {
      session.note(
          "dropped "
              + (prompts.size() - kept.size())
              + " of "
              + prompts.size()
              + " prompts longer than "
              + tokens
              + " tokens (the longest has "
              + longest
              + "): a number on the rest is not one on the whole set");
    }
    return kept;
  }
}
