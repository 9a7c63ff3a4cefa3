package raftlab.data.minimath;

/** The text a policy reads for a MiniMath question; its completion begins with a blank. */
public final class MiniMathTemplate {

  /** The template, with the place of the question. */
  public static final String TEXT = "Problem: {problem}\nSolution:";

  private MiniMathTemplate() {}

  /** Puts a question into the template. */
  public static String render(String question) {
    return TEXT.replace("{problem}", question);
  }
}
