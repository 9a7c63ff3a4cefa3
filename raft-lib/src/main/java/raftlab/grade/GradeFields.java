package raftlab.grade;

/**
 * The fields that the user named.
 *
 * @param gold field of the gold answer; null to take the first known name, see {@link FieldNames}
 * @param response field of the response or responses; null likewise
 * @param bare whether responses are answers only, from which nothing is extracted
 */
public record GradeFields(String gold, String response, boolean bare) {

  /** Nothing named: decided row by row. */
  public static final GradeFields UNNAMED = new GradeFields(null, null, false);
}
