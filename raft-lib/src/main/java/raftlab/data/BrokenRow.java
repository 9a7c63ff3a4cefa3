package raftlab.data;

import raftlab.core.UserError;

/** A row that could not be read, with the reason in a few words. */
public record BrokenRow(Place place, String reason) {

  /** Returns the error that a strict reader ends with. */
  public UserError error() {
    return new UserError(place + " is not a JSON object: " + reason, "", "Mend or remove that row");
  }
}
