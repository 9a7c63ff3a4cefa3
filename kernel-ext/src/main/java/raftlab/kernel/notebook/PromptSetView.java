package raftlab.kernel.notebook;

import raftlab.core.Prompt;
import raftlab.core.PromptSet;
import raftlab.data.UserCopy;

/** A prompt set: its size and hash, and its first prompts as the policy reads them. */
final class PromptSetView implements View<PromptSet> {

  private static final int SHOWN = 3;

  @Override
  public Report report(PromptSet set) {
    if (UserCopy.isSource(set)) {
      return Report.of(set.toString())
          .remark("Its authors ask that the rows not be shown: none is.")
          .remark("SHA-256 of the rows: " + set.sha256());
    }
    Report report = Report.of(set.toString(), "id", "prompt", "answer");
    for (Prompt prompt : set.prompts().subList(0, Math.min(SHOWN, set.size()))) {
      report = report.row(prompt.id(), prompt.text(), prompt.find(Prompt.ANSWER).orElse("-"));
    }
    if (set.size() > SHOWN) {
      report = report.remark(set.size() - SHOWN + " of " + set.size() + " rows are not shown.");
    }
    return report.remark("SHA-256 of the rows: " + set.sha256());
  }
}
