package raftlab.data;

import java.util.Optional;

/**
 * Which columns of a rollout file to read; an empty name means: find it. Used for files that are
 * none of the known kinds.
 *
 * @param prompt the column of the prompt, a text or a list of chat messages
 * @param response the column of the completion, one or a list
 * @param answer the column of the reference answer
 * @param grade the column of the verdict, one or a list of booleans or 0 and 1
 * @param score the column of a reward model's score, one or a list of numbers
 */
public record ImportFields(
    Optional<String> prompt,
    Optional<String> response,
    Optional<String> answer,
    Optional<String> grade,
    Optional<String> score) {

  /** Find every column by its name. */
  public static final ImportFields FIND =
      new ImportFields(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Returns whether the user named the prompt or the response, so that no known kind applies. */
  boolean named() {
    return prompt.isPresent() || response.isPresent();
  }

  public ImportFields withPrompt(String column) {
    return new ImportFields(Optional.of(column), response, answer, grade, score);
  }

  public ImportFields withResponse(String column) {
    return new ImportFields(prompt, Optional.of(column), answer, grade, score);
  }

  public ImportFields withAnswer(String column) {
    return new ImportFields(prompt, response, Optional.of(column), grade, score);
  }

  public ImportFields withGrade(String column) {
    return new ImportFields(prompt, response, answer, Optional.of(column), score);
  }

  public ImportFields withScore(String column) {
    return new ImportFields(prompt, response, answer, grade, Optional.of(column));
  }
}
