package raftlab.chat;

import raftlab.core.UserError;

/** What is wrong with a template, and where. */
final class Broken {

  private Broken() {}

  static UserError at(String source, int place, String fault) {
    long line = source.substring(0, Math.min(place, source.length())).lines().count();
    return new UserError(
        "the chat template cannot be read: " + fault + " (line " + Math.max(1, line) + ")",
        "",
        "Render the prompts with Python and use --template raw");
  }

  static UserError rendering(String fault) {
    return new UserError(
        "the chat template cannot be rendered: " + fault,
        "",
        "Render the prompts with Python and use --template raw");
  }
}
