package raftlab.select;

/** Which of several completions with the same reward comes first. */
public enum Ties {
  /** The lowest sample index; over several prompts then the order of the prompt set. */
  FIRST,
  /** The shortest completion, then as {@link #FIRST}. */
  SHORTEST,
  /** An order drawn from the seed, the prompt id and the sample index. */
  RANDOM,
  /** All of them: whatever ties with the last kept completion is kept too. */
  ALL
}
