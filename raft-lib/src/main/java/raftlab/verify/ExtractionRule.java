package raftlab.verify;

/** Where in a response an answer was found, in order of preference. */
public enum ExtractionRule {
  /** The content of the last balanced {@code \boxed{}} or {@code \fbox{}}. */
  BOX("the last box"),
  /** What follows {@code ####}. */
  HASHES("the mark ####"),
  /** What follows "the answer is", "Answer:" or a like phrase. */
  MARKER("the phrase that announces the answer"),
  /** The display formula that ends the response. */
  DISPLAY("the display formula at the end"),
  /** The last number of the response. */
  LAST_NUMBER("the last number"),
  /** The last letter that stands alone, for a multiple-choice question. */
  LETTER("the last letter that stands alone"),
  /** The last output of a program, under ToRA's protocol. */
  PROGRAM("the output of the last program"),
  /** The response was a bare answer. */
  BARE("the bare answer"),
  /** No answer was found. */
  NONE("nowhere");

  private final String place;

  ExtractionRule(String place) {
    this.place = place;
  }

  /** Returns the place in words, to end the sentence "The answer was read from". */
  public String place() {
    return place;
  }
}
