package raftlab.eval;

import raftlab.core.TemplateId;
import raftlab.reward.GraderId;

/**
 * What explains a number beside data, model and sampling: the text around each problem and the
 * rules of the verdicts. Either may move a score more than most algorithms do. A part that is null,
 * as in files written before it was recorded, becomes unknown.
 *
 * @param template the prompt template
 * @param grader who gave the verdicts
 */
public record Provenance(TemplateId template, GraderId grader) {

  /** Nothing was recorded. */
  public static final Provenance UNKNOWN = new Provenance(TemplateId.UNKNOWN, GraderId.UNKNOWN);

  public Provenance {
    template = template == null ? TemplateId.UNKNOWN : template;
    grader = grader == null ? GraderId.UNKNOWN : grader;
  }

  @Override
  public String toString() {
    return "prompt template " + template + "; grader profile " + grader;
  }
}
