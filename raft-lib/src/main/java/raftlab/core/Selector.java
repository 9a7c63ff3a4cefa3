package raftlab.core;

/** Keeps the completions to fine-tune on. Pure: the same set and seed give the same selection. */
public interface Selector {

  /** Selects from a scored set; {@code seed} decides random ties. */
  Selection select(ScoredSet scored, long seed);

  /** Returns the rule and its settings in a few words. */
  String describe();
}
