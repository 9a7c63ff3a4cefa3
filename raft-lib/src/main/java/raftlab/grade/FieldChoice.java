package raftlab.grade;

import raftlab.core.Checks;

/**
 * Which fields a row was graded by.
 *
 * @param gold the field of the gold answer
 * @param response the field of the response or responses
 * @param bare whether the responses are answers only
 */
public record FieldChoice(String gold, String response, boolean bare) {

  public FieldChoice {
    Checks.notBlank(gold, "gold field");
    Checks.notBlank(response, "response field");
  }

  @Override
  public String toString() {
    return "gold from \""
        + gold
        + "\", "
        + (bare ? "bare answer" : "response")
        + " from \""
        + response
        + "\"";
  }
}
