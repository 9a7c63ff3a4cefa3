package raftlab.eval;

import raftlab.core.Checks;

/**
 * What the verdicts of an evaluation are about and where they come from.
 *
 * @param data the name of the data they answer
 * @param sha256 hash of that data, empty if not known
 * @param provenance the template of its prompts and the grader
 */
public record EvalSource(String data, String sha256, Provenance provenance) {

  public EvalSource {
    Checks.notNull(data, "data name");
    Checks.notNull(sha256, "data sha256");
    Checks.notNull(provenance, "provenance");
  }
}
