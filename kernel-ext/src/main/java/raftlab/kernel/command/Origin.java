package raftlab.kernel.command;

/** Where a setting's value comes from; a later one wins. */
public enum Origin {
  DEFAULT("default"),
  PRESET("preset"),
  FILE("raft.yaml"),
  CONFIG("config"),
  HERE("here");

  private final String word;

  Origin(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
